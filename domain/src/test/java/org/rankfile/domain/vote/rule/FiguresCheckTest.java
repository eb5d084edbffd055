// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Figures that cannot be, or that rules cannot judge, are refused with the reason (RULE-7).
class FiguresCheckTest {
    private static final RuleSet MAJORITY =
            RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.FAILS, RuleCases.majority()));
    private static final Count TEN = new Count(0, 0, List.of(6L, 4L));

    private static FiguresFault fault(RuleSet rules, UnitFigures... units) {
        return RuleCases.refused(rules, RuleCases.figures(units)).fault();
    }

    private static UnitFigures unit(long entitled, long enrolled, long present, long cast) {
        return new UnitFigures(
                new Roll("", entitled, enrolled, OptionalLong.of(present), cast), List.of(TEN));
    }

    private static UnitFigures counted(Count... counts) {
        return new UnitFigures(new Roll("", 20, 20, OptionalLong.empty(), 10), List.of(counts));
    }

    @Test
    void aRollHasToFitItself() {
        assertThat(fault(MAJORITY, unit(10, 11, 10, 10)))
                .isEqualTo(FiguresFault.ENROLLED_ABOVE_ENTITLED);
        assertThat(fault(MAJORITY, unit(10, 9, 10, 10)))
                .isEqualTo(FiguresFault.CAST_ABOVE_ENROLLED);
        assertThat(fault(MAJORITY, unit(10, 10, 11, 10)))
                .isEqualTo(FiguresFault.PRESENT_ABOVE_ENTITLED);
        assertThat(fault(MAJORITY, unit(10, 10, 9, 10))).isEqualTo(FiguresFault.CAST_ABOVE_PRESENT);
        assertThat(fault(MAJORITY, unit(-1, 10, 9, 10))).isEqualTo(FiguresFault.NUMBER);
        assertThat(fault(MAJORITY, unit(Limits.VOTERS + 1, 10, 10, 10)))
                .isEqualTo(FiguresFault.NUMBER);
        assertThat(fault(MAJORITY, unit(Long.MAX_VALUE, Long.MAX_VALUE, 10, 10)))
                .isEqualTo(FiguresFault.NUMBER);
    }

    @Test
    void allUnitsTogetherAreWithinTheLimitAsWell() {
        long most = Limits.VOTERS;
        UnitFigures small = RuleCases.unit("South", 1, 0, 0, 0);
        assertThat(fault(MAJORITY, RuleCases.unit("North", most, 6, 4, 0), small))
                .isEqualTo(FiguresFault.NUMBER);
        RuleCases.verdict(MAJORITY, RuleCases.unit("North", most - 1, 6, 4, 0), small);
    }

    @Test
    void answersBlankAndSpoiltAddUpToTheBallots() {
        assertThat(fault(MAJORITY, counted(new Count(0, 0, List.of(6L, 5L)))))
                .isEqualTo(FiguresFault.SUM);
        assertThat(fault(MAJORITY, counted(new Count(0, 0, List.of(6L, 3L)))))
                .isEqualTo(FiguresFault.SUM);
        assertThat(fault(MAJORITY, counted(new Count(-1, 0, List.of(7L, 4L)))))
                .isEqualTo(FiguresFault.SUM);
        assertThat(fault(MAJORITY, counted(new Count(0, 1, List.of(6L, 4L)))))
                .isEqualTo(FiguresFault.SUM);
        assertThat(
                        fault(
                                MAJORITY,
                                counted(new Count(0, 0, List.of(Long.MAX_VALUE, Long.MAX_VALUE)))))
                .isEqualTo(FiguresFault.SUM);
    }

    @Test
    void unitsAnswerTheSameQuestions() {
        assertThat(fault(MAJORITY)).isEqualTo(FiguresFault.UNITS);
        assertThat(fault(MAJORITY, counted())).isEqualTo(FiguresFault.QUESTIONS);
        assertThat(fault(MAJORITY, counted(TEN), counted(TEN))).isEqualTo(FiguresFault.UNIT_TWICE);
        UnitFigures other =
                new UnitFigures(
                        new Roll("South", 20, 20, OptionalLong.empty(), 10), List.of(TEN, TEN));
        assertThat(fault(MAJORITY, counted(TEN), other)).isEqualTo(FiguresFault.QUESTIONS);
        UnitFigures three =
                new UnitFigures(
                        new Roll("South", 20, 20, OptionalLong.empty(), 10),
                        List.of(new Count(0, 0, List.of(6L, 4L, 0L))));
        assertThat(fault(MAJORITY, counted(TEN), three)).isEqualTo(FiguresFault.ANSWERS);
        List<UnitFigures> many = Collections.nCopies(Limits.UNITS + 1, counted(TEN));
        assertThat(RuleCases.refused(MAJORITY, new Figures(many)).fault())
                .isEqualTo(FiguresFault.UNITS);
    }

    @Test
    void rulesAndQuestionsFitEachOther() {
        RuleSet second = RuleCases.rules(Units.TOGETHER, rule(OptionalInt.of(1), 1));
        assertThat(fault(second, counted(TEN))).isEqualTo(FiguresFault.RULE_WITHOUT_QUESTION);
        assertThat(RuleCases.refused(second, RuleCases.figures(counted(TEN, TEN))))
                .isEqualTo(
                        new Judgement.Refused(
                                FiguresFault.QUESTION_WITHOUT_RULE,
                                OptionalInt.empty(),
                                OptionalInt.of(0)));
        assertThat(
                        fault(
                                RuleCases.rules(Units.TOGETHER, rule(OptionalInt.empty(), 2)),
                                counted(TEN)))
                .isEqualTo(FiguresFault.ANSWER_MISSING);
        assertThat(fault(Preset.TWO_THIRDS_OF_PRESENT.rules(), counted(TEN)))
                .isEqualTo(FiguresFault.PRESENT_MISSING);
    }

    private static QuestionRule rule(OptionalInt question, int no) {
        return new QuestionRule(
                question,
                0,
                List.of(no),
                new Blank(true, true),
                Tie.FAILS,
                List.of(RuleCases.majority()));
    }

    @Test
    void aUnitOfFewBallotsIsNotToldButOneOfNoneIs() {
        UnitFigures large = RuleCases.unit("North", 20, 10, 5, 0);
        assertThat(fault(MAJORITY, large, RuleCases.unit("South", 20, 2, 2, 0)))
                .isEqualTo(FiguresFault.UNIT_TOO_SMALL);
        assertThat(
                        RuleCases.verdict(MAJORITY, large, RuleCases.unit("South", 20, 0, 0, 0))
                                .decision())
                .isEqualTo(Decision.PASS);
    }
}
