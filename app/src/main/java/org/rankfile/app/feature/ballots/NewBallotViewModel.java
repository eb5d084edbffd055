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
import org.rankfile.app.text.Texts;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.closing.Council;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A ballot that is being called: what is asked, by which rules, and who is asked to hold it.
final class NewBallotViewModel {
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty description = new SimpleStringProperty("");
    final BooleanProperty rehearsal = new SimpleBooleanProperty(true);
    final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(Preset.SIMPLE_MAJORITY);
    final ObjectProperty<Integer> threshold = new SimpleObjectProperty<>(0);
    final ObservableList<Integer> thresholds = FXCollections.observableArrayList();
    final ObservableList<QuestionDraft> questions = FXCollections.observableArrayList();
    final List<Asked> people;
    final Asking asking;

    private final Workplace workplace;
    private final Polls polls;
    private final Consumer<String> made;

    /// Somebody of the hall, and what they are asked to hold.
    record Asked(
            Member member,
            BooleanProperty registrar,
            BooleanProperty teller,
            BooleanProperty witness) {
        private static Asked of(Member member) {
            return new Asked(
                    member,
                    new SimpleBooleanProperty(),
                    new SimpleBooleanProperty(),
                    new SimpleBooleanProperty());
        }
    }

    /// @param made is given the id of the ballot
    NewBallotViewModel(Workplace workplace, Polls polls, Consumer<String> made) {
        this.workplace = workplace;
        this.polls = polls;
        this.made = made;
        asking = new Asking(workplace);
        people =
                polls.people().stream()
                        .filter(member -> member.role() != Role.KEEPER)
                        .map(Asked::of)
                        .toList();
        people.forEach(each -> each.teller().subscribe((before, now) -> tellersChanged()));
        addQuestion();
    }

    private Texts texts() {
        return workplace.texts();
    }

    /// One more question, to be answered with yes or no unless somebody writes other answers.
    void addQuestion() {
        questions.add(new QuestionDraft(texts().get(BallotsText.YES_NO)));
    }

    /// Takes a question away; one is always there.
    void removeQuestion(QuestionDraft question) {
        if (questions.size() > 1) {
            questions.remove(question);
        }
    }

    /// More than half of the tellers, unless somebody chooses otherwise; always more than those who
    /// may be faulty.
    private void tellersChanged() {
        int tellers = of(Asked::teller).size();
        int faulty = Math.max(1, (tellers - 1) / 3);
        thresholds.setAll(IntStream.rangeClosed(faulty + 1, tellers).boxed().toList());
        threshold.set(thresholds.isEmpty() ? 0 : Math.max(faulty + 1, tellers / 2 + 1));
    }

    private List<PersonId> of(Function<Asked, BooleanProperty> office) {
        return people.stream()
                .filter(each -> office.apply(each).get())
                .map(each -> each.member().id())
                .toList();
    }

    /// Calls the ballot, or says what is missing.
    void call() {
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            asking.error.set(missing.get());
            return;
        }
        List<Question> asked = new ArrayList<>();
        questions.forEach(each -> each.question().ifPresent(asked::add));
        NewBallot ballot =
                new NewBallot(
                        title.get().strip(),
                        description.get().strip(),
                        asked,
                        preset.get().rules(),
                        rehearsal.get(),
                        new NewBallot.Asked(
                                of(Asked::registrar),
                                of(Asked::teller),
                                threshold.get(),
                                of(Asked::witness)),
                        List.of());
        asking.ask(polls.call(ballot), made);
    }

    /// Whether somebody has begun to fill it.
    boolean isBegun() {
        return !title.get().isBlank()
                || !description.get().isBlank()
                || questions.stream().anyMatch(each -> !each.text.get().isBlank());
    }

    private Optional<String> missing() {
        if (title.get().isBlank()) {
            return Optional.of(texts().get(BallotsText.TITLE_MISSING));
        }
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).question().isEmpty()) {
                return Optional.of(texts().get(BallotsText.QUESTION_MISSING, i + 1));
            }
        }
        if (of(Asked::teller).size() < Council.FEWEST) {
            return Optional.of(texts().get(BallotsText.TELLERS_MISSING, Council.FEWEST));
        }
        if (of(Asked::registrar).isEmpty() || of(Asked::witness).isEmpty()) {
            return Optional.of(texts().get(BallotsText.OFFICERS_MISSING));
        }
        return Optional.empty();
    }
}
