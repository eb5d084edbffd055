// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.step.PaperFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One ballot on paper: who has counted, and what this teller counts. Figures that were typed are
/// here alone until they are entered, the page is left or the home locked.
final class PaperViewModel {
    private static final int MOST_DIGITS = 9;

    final ObjectProperty<@Nullable PaperView> paper = new SimpleObjectProperty<>();
    final StringProperty cast = new SimpleStringProperty("");
    final List<Entry> entries;
    final Asking asking;

    private final String id;
    private final Workplace workplace;
    private final Polls polls;
    private final BallotWords words;
    private final Subscription following;
    private final Runnable forget;

    /// What is typed for one question.
    record Entry(List<StringProperty> answers, StringProperty blank, StringProperty spoilt) {
        private static Entry of(Question question) {
            return new Entry(
                    question.answers().stream()
                            .<StringProperty>map(answer -> new SimpleStringProperty(""))
                            .toList(),
                    new SimpleStringProperty(""),
                    new SimpleStringProperty(""));
        }

        private Stream<StringProperty> all() {
            return Stream.concat(answers.stream(), Stream.of(blank, spoilt));
        }
    }

    PaperViewModel(PaperView paper, Workplace workplace, Polls polls, BallotWords words) {
        id = paper.id();
        this.workplace = workplace;
        this.polls = polls;
        this.words = words;
        asking = new Asking(workplace);
        entries = paper.questions().stream().map(Entry::of).toList();
        following = workplace.session().beat().subscribe(now -> refresh());
        forget = workplace.session().beforeClosing(this::clear);
    }

    private void refresh() {
        PaperView now =
                polls.onPaper().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElse(null);
        if (now == null || !now.equals(paper.get())) {
            paper.set(now);
        }
    }

    private Texts texts() {
        return workplace.texts();
    }

    BallotWords words() {
        return words;
    }

    /// Whether the owner of this laptop counts now.
    boolean isMyTurn(PaperView of) {
        return of.figures().isEmpty() && of.waitingFor().contains(polls.me());
    }

    /// Enters what was typed, or says what does not add up. An empty field is no zero.
    void enter() {
        OptionalLong papers = number(cast.get());
        if (papers.isEmpty()) {
            asking.error.set(texts().get(BallotsText.PAPERS_MISSING));
            return;
        }
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Optional<Count> count = count(entries.get(i));
            if (count.isEmpty()) {
                asking.error.set(texts().get(BallotsText.NUMBER_MISSING, i + 1));
                return;
            }
            long sum = sum(count.get());
            if (sum != papers.getAsLong()) {
                asking.error.set(
                        texts().get(BallotsText.SUM_WRONG, i + 1, sum, papers.getAsLong()));
                return;
            }
            counts.add(count.get());
        }
        asking.ask(
                polls.enterCount(id, new PaperFigures(papers.getAsLong(), counts)),
                entered -> {
                    clear();
                    workplace.say().accept(texts().get(BallotsText.COUNT_ENTERED));
                });
    }

    private static long sum(Count count) {
        long answers = count.answers().stream().mapToLong(Long::longValue).sum();
        return answers + count.blank() + count.spoilt();
    }

    private static Optional<Count> count(Entry entry) {
        List<Long> answers = new ArrayList<>();
        for (StringProperty typed : entry.answers()) {
            number(typed.get()).ifPresent(answers::add);
        }
        OptionalLong blank = number(entry.blank().get());
        OptionalLong spoilt = number(entry.spoilt().get());
        return answers.size() < entry.answers().size() || blank.isEmpty() || spoilt.isEmpty()
                ? Optional.empty()
                : Optional.of(new Count(blank.getAsLong(), spoilt.getAsLong(), answers));
    }

    /// A count as it is typed.
    static OptionalLong number(String typed) {
        String digits = typed.strip();
        boolean whole =
                !digits.isEmpty()
                        && digits.length() <= MOST_DIGITS
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    private void clear() {
        cast.set("");
        entries.forEach(entry -> entry.all().forEach(typed -> typed.set("")));
    }

    /// It is left.
    void close() {
        clear();
        forget.run();
        following.unsubscribe();
    }
}
