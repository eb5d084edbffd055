// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.paper.RuleWords;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.ResultState;
import org.rankfile.domain.vote.rule.Check;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Decision;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.domain.vote.rule.Verdict.QuestionVerdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What came of a ballot: the answers as bars with their numbers, and what the rules say.
final class ResultPart {
    private final List<Question> questions;
    private final Figures figures;
    private final Optional<Verdict> verdict;
    private final Texts texts;
    private final RuleWords words;

    ResultPart(
            List<Question> questions,
            Figures figures,
            Optional<Verdict> verdict,
            Workplace workplace) {
        this.questions = questions;
        this.figures = figures;
        this.verdict = verdict;
        texts = workplace.texts();
        words = new RuleWords(texts);
    }

    private long cast() {
        return figures.units().getFirst().roll().cast();
    }

    /// How final it is, and how often each answer was chosen.
    Node answers(BallotView.Outcome outcome) {
        Notice.Kind kind =
                outcome.state() == ResultState.DECIDED ? Notice.Kind.DONE : Notice.Kind.WARNING;
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.RESULT)),
                        new Notice(kind, words.state(outcome.state())),
                        Parts.body(
                                texts.get(
                                        BallotsText.COUNTED,
                                        outcome.counted(),
                                        outcome.ballots() - outcome.counted(),
                                        outcome.aside())),
                        Parts.body(words.late(outcome.late())));
        box.setId("result");
        box.getChildren().addAll(bars());
        return box;
    }

    /// How often each answer was chosen, for each question.
    List<Node> bars() {
        UnitFigures all = figures.units().getFirst();
        List<Node> bars = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            bars.add(question(questions.get(i), all.counts().get(i)));
        }
        return bars;
    }

    private Node question(Question question, Count count) {
        Label text = Parts.body(question.text());
        text.getStyleClass().add("field-label");
        List<AnswerBar> bars = new ArrayList<>();
        for (int i = 0; i < question.answers().size(); i++) {
            bars.add(bar(question.answers().get(i), count.answers().get(i)));
        }
        if (question.blank() || count.blank() > 0) {
            bars.add(bar(texts.get(BallotsText.BLANK), count.blank()));
        }
        if (count.spoilt() > 0) {
            bars.add(bar(texts.get(BallotsText.SPOILT), count.spoilt()));
        }
        VBox box = Parts.column(text);
        box.getStyleClass().add("lines");
        box.getChildren().addAll(bars);
        return box;
    }

    private AnswerBar bar(String answer, long number) {
        return new AnswerBar(
                answer,
                texts.get(BallotsText.BAR, number, words.percent(number, cast())),
                cast() == 0 ? 0 : (double) number / cast());
    }

    /// What the rules say, each condition with its numbers.
    Node rules() {
        VBox box = Parts.card(Parts.heading(texts.get(BallotsText.RULES_SAY)));
        box.setId("rules-say");
        if (verdict.isEmpty()) {
            box.getChildren()
                    .add(new Notice(Notice.Kind.WARNING, texts.get(BallotsText.RULES_SAY_NOTHING)));
            return box;
        }
        List<QuestionVerdict> verdicts = verdict.get().questions();
        for (int i = 0; i < verdicts.size(); i++) {
            box.getChildren().add(verdict(i, verdicts.get(i)));
        }
        return box;
    }

    private Node verdict(int index, QuestionVerdict verdict) {
        Label text = Parts.body(questions.get(index).text());
        text.getStyleClass().add("field-label");
        Notice.Kind kind =
                verdict.decision() == Decision.PASS ? Notice.Kind.DONE : Notice.Kind.INFO;
        VBox box = Parts.column(text, new Notice(kind, words.outcome(verdict.decision())));
        box.getStyleClass().add("lines");
        verdict.tallies().forEach(tally -> tally.checks().forEach(check -> check(box, check)));
        if (verdict.tallies().stream().anyMatch(tally -> tally.tied())) {
            box.getChildren().add(Parts.body(texts.of(verdict.rule().tie())));
        }
        box.getChildren().add(Parts.quiet(words.margin(verdict.margin())));
        return box;
    }

    private void check(VBox box, Check check) {
        switch (check) {
            case Check.Measured measured -> {
                boolean holds = measured.decision() == Decision.PASS;
                String line =
                        texts.get(
                                BallotsText.CHECK,
                                words.condition(measured.condition()),
                                words.part(measured.count(), measured.whole()),
                                measured.needed(),
                                texts.of(measured.decision()));
                box.getChildren()
                        .add(Parts.beside(holds ? Icon.CHECK : Icon.DASH, Parts.body(line)));
            }
            case Check.Chosen chosen -> {
                box.getChildren().add(Parts.body(words.chosen(chosen.when())));
                chosen.checks().forEach(each -> check(box, each));
            }
        }
    }
}
