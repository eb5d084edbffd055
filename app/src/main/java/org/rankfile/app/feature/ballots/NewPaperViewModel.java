// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.rankfile.app.fx.Workplace;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// A count on paper that is being called: what was asked, how many could vote, who counts.
final class NewPaperViewModel {
    private static final int FEWEST_TELLERS = 2;

    final StringProperty title = new SimpleStringProperty("");
    final StringProperty entitled = new SimpleStringProperty("");
    final BooleanProperty rehearsal = new SimpleBooleanProperty(true);
    final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.SIMPLE_MAJORITY);
    final ObservableList<QuestionDraft> questions = FXCollections.observableArrayList();
    final List<Teller> people;
    final Asking asking;

    private final Workplace workplace;
    private final Polls polls;
    private final Consumer<String> made;

    /// Somebody of the hall, and whether they count.
    record Teller(Member member, BooleanProperty counts) {}

    /// @param made is given the id
    NewPaperViewModel(Workplace workplace, Polls polls, Consumer<String> made) {
        this.workplace = workplace;
        this.polls = polls;
        this.made = made;
        asking = new Asking(workplace);
        people =
                polls.people().stream()
                        .filter(member -> member.role() != Role.KEEPER)
                        .map(member -> new Teller(member, new SimpleBooleanProperty()))
                        .toList();
        addQuestion();
    }

    /// One more question.
    void addQuestion() {
        questions.add(new QuestionDraft(workplace.texts().get(BallotsText.YES_NO)));
    }

    /// Takes a question away; one is always there.
    void removeQuestion(QuestionDraft question) {
        if (questions.size() > 1) {
            questions.remove(question);
        }
    }

    /// Asks the tellers to count, or says what is missing.
    void call() {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            asking.error.set(missing.get());
            return;
        }
        List<Question> asked = new ArrayList<>();
        questions.forEach(each -> each.question().ifPresent(asked::add));
        try {
            asking.ask(polls.callOnPaper(form(asked)), made);
        } catch (IllegalArgumentException beyondItsLimits) {
            asking.error.set(workplace.texts().of(BallotRefusal.BAD_FORM));
        }
    }

    private PaperForm form(List<Question> asked) {
        return new PaperForm(
                title.get().strip(),
                asked,
                new String(preset.get().rules().bytes(), StandardCharsets.UTF_8),
                rehearsal.get(),
                PaperViewModel.number(entitled.get()).orElse(0),
                tellers());
    }

    private List<PersonId> tellers() {
        return people.stream()
                .filter(each -> each.counts().get())
                .map(each -> each.member().id())
                .toList();
    }

    private Optional<String> missing() {
        if (title.get().isBlank()) {
            return Optional.of(workplace.texts().get(BallotsText.TITLE_MISSING));
        }
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).question().isEmpty()) {
                return Optional.of(workplace.texts().get(BallotsText.QUESTION_MISSING, i + 1));
            }
        }
        OptionalLong voters = PaperViewModel.number(entitled.get());
        if (voters.isEmpty() || voters.getAsLong() < 1) {
            return Optional.of(workplace.texts().get(BallotsText.ENTITLED_MISSING));
        }
        return tellers().size() < FEWEST_TELLERS
                ? Optional.of(workplace.texts().get(BallotsText.TELLERS_MISSING, FEWEST_TELLERS))
                : Optional.empty();
    }
}
