// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.tally.Result;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.FiguresFault;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.Tally;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What rules are applied to.
class ResultFiguresTest {
    private static final int CAST = 20;
    private static final Roll ROLL = new Roll("", 30, 25, OptionalLong.empty(), CAST);
    private static final List<String> THREE = List.of("A", "B", "C");

    private static Figures figures(Question question, List<Long> numbers) {
        return ResultFigures.of(ROLL, List.of(question), new Result(List.of(numbers)));
    }

    private static Count count(Question question, Long... numbers) {
        return figures(question, List.of(numbers)).units().getFirst().counts().getFirst();
    }

    @Test
    @DisplayName("RULE-12: where nothing may be chosen, a ballot with no answer is a blank one")
    void nothingChosenIsBlank() {
        assertThat(count(new Question("?", THREE, false, 0, 1), 7L, 6L, 5L))
                .isEqualTo(new Count(2, 0, List.of(7L, 6L, 5L)));
        assertThat(count(new Question("?", THREE, true, 0, 1), 1L, 7L, 6L, 5L))
                .isEqualTo(new Count(2, 0, List.of(7L, 6L, 5L)));
    }

    @Test
    @DisplayName("RULE-12: of several answers yes are the ballots with it, no the others")
    void ballotsWithoutTheAnswerAreAgainstIt() {
        Question question = new Question("?", THREE, true, 1, 2);
        Judgement judgement =
                Judgement.of(
                        Preset.SIMPLE_MAJORITY.rules(),
                        figures(question, List.of(4L, 9L, 9L, 11L)));

        assertThat(judgement).isInstanceOf(Judgement.Judged.class);
        Tally tally =
                ((Judgement.Judged) judgement)
                        .verdict()
                        .questions()
                        .getFirst()
                        .tallies()
                        .getFirst()
                        .tally();
        assertThat(tally).isEqualTo(new Tally(ROLL, 9, 7, 0, 4));
    }

    @Test
    @DisplayName("RULE-7: figures that no ballots with so many answers can give are refused")
    void impossibleAnswersAreRefused() {
        Question question = new Question("?", THREE, true, 2, 2);
        for (List<Long> numbers :
                List.of(
                        List.of(4L, 17L, 9L, 6L),
                        List.of(4L, 10L, 10L, 11L),
                        List.of(4L, 10L, 10L, 13L),
                        List.of(21L, 0L, 0L, 0L))) {
            assertThat(Judgement.of(Preset.SIMPLE_MAJORITY.rules(), figures(question, numbers)))
                    .isInstanceOfSatisfying(
                            Judgement.Refused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(FiguresFault.SUM));
        }
    }

    @Test
    @DisplayName("RULE-12: whatever voters choose, their figures are judged, and as they voted")
    void whateverIsChosenIsJudged() {
        SeededRandom random = new SeededRandom(61);
        for (int run = 0; run < 500; run++) {
            int max = random.nextInt(4);
            int min = random.nextInt(max + 1);
            Question question = new Question("?", THREE, random.nextBoolean(), min, max);
            long[] numbers = new long[question.choices()];
            long yes = 0;
            for (int voter = 0; voter < CAST; voter++) {
                List<Integer> choice = choice(random, question);
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] += choice.get(i);
                }
                yes += choice.get(question.blank() ? 1 : 0);
            }
            List<Long> all = new ArrayList<>();
            for (long number : numbers) {
                all.add(number);
            }
            Judgement judgement =
                    Judgement.of(Preset.SIMPLE_MAJORITY.rules(), figures(question, all));
            assertThat(judgement).as("%s %s", question, all).isInstanceOf(Judgement.Judged.class);
            Tally tally =
                    ((Judgement.Judged) judgement)
                            .verdict()
                            .questions()
                            .getFirst()
                            .tallies()
                            .getFirst()
                            .tally();
            assertThat(tally.yes()).isEqualTo(yes);
            assertThat(tally.yes() + tally.no() + tally.other() + tally.blank()).isEqualTo(CAST);
        }
    }

    private static List<Integer> choice(SeededRandom random, Question question) {
        while (true) {
            List<Integer> choice = new ArrayList<>();
            for (int i = 0; i < question.choices(); i++) {
                choice.add(random.nextInt(2));
            }
            if (question.allows(choice)) {
                return choice;
            }
        }
    }
}
