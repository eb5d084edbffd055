// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Workplace;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.Choices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Asks for something about a ballot: whether it is under way, and why it was refused, in words.
/// Window's thread.
final class Asking {
    final BooleanProperty busy = new SimpleBooleanProperty();
    final StringProperty error = new SimpleStringProperty("");

    private final Workplace workplace;

    Asking(Workplace workplace) {
        this.workplace = workplace;
    }

    /// One answer to each question; where one is missing, it is said which.
    Optional<Choices> answers(List<QuestionChoice> choices) {
        List<Set<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Optional<Set<Integer>> answer = choices.get(i).answer();
            if (answer.isEmpty()) {
                error.set(workplace.texts().get(BallotsText.ANSWER_MISSING, i + 1));
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return Optional.of(new Choices(answers));
    }

    /// @param done is given what came of it; not called where it was refused
    <T> void ask(CompletableFuture<BallotAnswer<T>> future, Consumer<T> done) {
        error.set("");
        busy.set(true);
        workplace
                .session()
                .tasks()
                .then(
                        future,
                        answer -> {
                            // What is shown then may take the focus.
                            busy.set(false);
                            switch (answer) {
                                case BallotAnswer.Done<T>(T value) -> done.accept(value);
                                case BallotAnswer.Refused<T>(var why) ->
                                        error.set(workplace.texts().of(why));
                            }
                            workplace.session().refresh();
                        },
                        () -> busy.set(false));
    }
}
