// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Choices;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A vote in three steps: choose, check, receipt. What was chosen is here alone and only until the
/// ballot is cast, tested or left.
final class VoteViewModel {
    /// Where the voter is.
    enum Step {
        /// Answers are marked.
        CHOOSE,
        /// The code is shown; cast or test.
        CHECK,
        /// It is cast.
        RECEIPT,
        /// It was tested, and is never cast.
        TESTED
    }

    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.CHOOSE);
    final StringProperty code = new SimpleStringProperty("");
    final StringProperty tracker = new SimpleStringProperty("");
    final Asking asking;
    final List<QuestionChoice> choices;

    private final BallotView ballot;
    private final Workplace workplace;
    private final Polls polls;
    private final BallotWords words;
    private final Runnable forget;

    VoteViewModel(BallotView ballot, Workplace workplace, Polls polls, BallotWords words) {
        this.ballot = ballot;
        this.workplace = workplace;
        this.polls = polls;
        this.words = words;
        asking = new Asking(workplace);
        choices = ballot.questions().stream().map(QuestionChoice::new).toList();
        forget = workplace.session().beforeClosing(this::interrupted);
    }

    BallotView ballot() {
        return ballot;
    }

    BallotWords words() {
        return words;
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// Whether this would take the place of a ballot that was cast before.
    boolean isAgain() {
        return !ballot.vote().cast().isEmpty();
    }

    /// From choosing to checking: the ballot is made and its code shown.
    void check() {
        asking.answers(choices).ifPresent(this::prepare);
    }

    private void prepare(Choices answers) {
        asking.ask(
                polls.prepare(ballot.id(), answers),
                made -> {
                    code.set(made);
                    step.set(Step.CHECK);
                });
    }

    /// Casts what was checked.
    void cast() {
        asking.ask(
                polls.castDraft(code.get()),
                made -> {
                    clear();
                    tracker.set(made);
                    step.set(Step.RECEIPT);
                });
    }

    /// Tests what was checked: it is never cast, and another device reads it from the file.
    void test(Path file) {
        if (Files.exists(file)) {
            asking.error.set(texts().get(BallotsText.FILE_THERE));
            return;
        }
        asking.ask(polls.testDraft(code.get()), bytes -> write(file, bytes));
    }

    private void write(Path file, byte[] bytes) {
        clear();
        step.set(Step.TESTED);
        workplace
                .session()
                .tasks()
                .start(
                        IOException.class,
                        () -> Files.write(file, bytes, StandardOpenOption.CREATE_NEW),
                        new Tasks.Ends<>(
                                written -> workplace.say().accept(texts().get(BallotsText.TESTED)),
                                refused ->
                                        asking.error.set(
                                                texts().get(
                                                                refused
                                                                                instanceof
                                                                                FileAlreadyExistsException
                                                                        ? BallotsText.FILE_THERE
                                                                        : BallotsText
                                                                                .TEST_NOT_SAVED))));
    }

    /// Back to choosing. What was prepared is never used.
    void again() {
        code.set("");
        asking.error.set("");
        step.set(Step.CHOOSE);
    }

    /// The home is being closed in the middle of it: that is kept, and nothing else.
    private void interrupted() {
        boolean marked = choices.stream().anyMatch(choice -> choice.isBlank() || choice.isMarked());
        if (marked) {
            new Unfinished(workplace.session()).keepInterrupted();
        }
        clear();
    }

    private void clear() {
        choices.forEach(QuestionChoice::clear);
    }

    /// It is left.
    void close() {
        clear();
        forget.run();
    }
}
