// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.rule.Condition.Comparison;
import org.rankfile.domain.vote.rule.Condition.If;
import org.rankfile.domain.vote.rule.Condition.Share;
import org.rankfile.domain.vote.rule.Condition.Turnout;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Verdict.TallyVerdict;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What rules say of figures: RULE-4, RULE-5, RULE-6, RULE-7, RULE-8.
class JudgementTest {
    private static final RuleSet MAJORITY =
            RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.FAILS, RuleCases.majority()));

    private static TallyVerdict tally(RuleSet rules, UnitFigures... units) {
        return RuleCases.verdict(rules, units).questions().getFirst().tallies().getFirst();
    }

    @Test
    void theNumbersOfEveryConditionAreTold() {
        TallyVerdict told =
                tally(Preset.UK_HALF_TURNOUT.rules(), RuleCases.unit("", 101, 30, 20, 0));
        assertThat(told.checks())
                .containsExactly(
                        new Check.Measured(new Turnout(Fraction.HALF, Base.ENTITLED), 50, 101, 51),
                        new Check.Measured(RuleCases.majority(), 30, 50, 26));
        assertThat(told.checks())
                .extracting(Check::decision)
                .containsExactly(Decision.FAIL, Decision.PASS);
        assertThat(told.decision()).isEqualTo(Decision.FAIL);
    }

    @Test
    void aConditionalRuleTellsWhichHalfWasChosen() {
        Turnout half = new Turnout(Fraction.HALF, Base.ENTITLED);
        TallyVerdict told =
                tally(Preset.TEAMSTERS_UNTIL_2021.rules(), RuleCases.unit("", 100, 30, 10, 0));
        assertThat(told.checks())
                .containsExactly(
                        new Check.Chosen(
                                new Check.Measured(half, 40, 100, 50),
                                List.of(
                                        new Check.Measured(
                                                RuleCases.atLeast(2, 3, Base.VALID), 30, 40, 27))));
        assertThat(told.decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void aTieFailsUnlessTheRuleSaysThatItCounts() {
        Share half = RuleCases.atLeast(1, 2, Base.VALID);
        UnitFigures even = RuleCases.unit("", 100, 10, 10, 0);
        RuleSet fails = RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.FAILS, half));
        RuleSet counts = RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.COUNTS, half));
        assertThat(tally(fails, even).tied()).isTrue();
        assertThat(tally(fails, even).decision()).isEqualTo(Decision.FAIL);
        assertThat(tally(counts, even).tied()).isFalse();
        assertThat(tally(counts, even).decision()).isEqualTo(Decision.PASS);
        assertThat(tally(fails, RuleCases.unit("", 100, 11, 10, 0)).decision())
                .isEqualTo(Decision.PASS);
    }

    @Test
    void aWholeOfNothingFailsWhateverIsAskedOfIt() {
        for (Base of : Base.values()) {
            Share any = new Share(Comparison.MORE_THAN, new Fraction(0, 1), of);
            RuleSet rules = RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.COUNTS, any));
            UnitFigures nobody =
                    new UnitFigures(
                            new Roll("", 0, 0, OptionalLong.of(0), 0),
                            List.of(new Count(0, 0, List.of(0L, 0L))));
            assertThat(tally(rules, nobody).checks())
                    .containsExactly(new Check.Measured(any, 0, 0, 1));
            assertThat(tally(rules, nobody).decision()).isEqualTo(Decision.FAIL);
        }
    }

    @Test
    void blankAndSpoiltCountOnlyWhereTheRuleSaysSo() {
        Condition turnout = new Turnout(Fraction.HALF, Base.ENTITLED);
        Condition cast = RuleCases.atLeast(1, 2, Base.CAST);
        UnitFigures unit =
                new UnitFigures(
                        new Roll("", 40, 40, OptionalLong.empty(), 20),
                        List.of(new Count(3, 2, List.of(8L, 7L))));
        for (boolean inTurnout : List.of(true, false)) {
            for (boolean inCast : List.of(true, false)) {
                QuestionRule rule =
                        new QuestionRule(
                                OptionalInt.empty(),
                                0,
                                List.of(1),
                                new Blank(inTurnout, inCast),
                                Tie.FAILS,
                                List.of(turnout, cast));
                TallyVerdict told = tally(RuleCases.rules(Units.TOGETHER, rule), unit);
                assertThat(told.checks())
                        .extracting(Check::decision)
                        .containsExactly(Decision.of(inTurnout), Decision.of(!inCast));
            }
        }
    }

    @Test
    void anAnswerThatIsNeitherIsCastButNotValid() {
        UnitFigures unit =
                new UnitFigures(
                        new Roll("", 40, 40, OptionalLong.empty(), 20),
                        List.of(new Count(0, 0, List.of(6L, 5L, 9L))));
        Condition cast = RuleCases.atLeast(1, 2, Base.CAST);
        RuleSet rules =
                RuleCases.rules(
                        Units.TOGETHER, QuestionRule.plain(Tie.FAILS, RuleCases.majority(), cast));
        assertThat(tally(rules, unit).checks())
                .containsExactly(
                        new Check.Measured((Condition.Measure) RuleCases.majority(), 6, 11, 6),
                        new Check.Measured((Condition.Measure) cast, 6, 20, 10));
    }

    @Test
    void unitsTogetherAreOneAndEachByItselfAreSeveral() {
        UnitFigures north = RuleCases.unit("North", 100, 40, 10, 0);
        UnitFigures south = RuleCases.unit("South", 100, 10, 20, 0);
        RuleSet each =
                RuleCases.rules(Units.EACH, QuestionRule.plain(Tie.FAILS, RuleCases.majority()));
        assertThat(RuleCases.verdict(MAJORITY, north, south).decision()).isEqualTo(Decision.PASS);
        Verdict verdict = RuleCases.verdict(each, north, south);
        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.questions().getFirst().tallies())
                .extracting(TallyVerdict::decision)
                .containsExactly(Decision.PASS, Decision.FAIL);
    }

    @Test
    void everyQuestionHasItsOwnRuleOrTheOneForAll() {
        RuleSet rules =
                RuleCases.rules(
                        Units.TOGETHER,
                        new QuestionRule(
                                OptionalInt.of(1),
                                1,
                                List.of(0),
                                new Blank(true, true),
                                Tie.FAILS,
                                List.of(RuleCases.atLeast(2, 3, Base.VALID))),
                        QuestionRule.plain(Tie.FAILS, RuleCases.majority()));
        Count count = new Count(0, 0, List.of(6L, 10L));
        UnitFigures unit =
                new UnitFigures(
                        new Roll("", 40, 40, OptionalLong.empty(), 16),
                        List.of(count, count, new Count(0, 0, List.of(10L, 6L))));
        Verdict verdict = RuleCases.verdict(rules, unit);
        assertThat(verdict.questions())
                .extracting(Verdict.QuestionVerdict::decision)
                .containsExactly(Decision.FAIL, Decision.FAIL, Decision.PASS);
        assertThat(verdict.questions().get(1).tallies().getFirst().tally().yes()).isEqualTo(10);
    }

    @Test
    void largestFiguresAndFractionsAreExact() {
        Share share =
                new Share(
                        Comparison.AT_LEAST,
                        new Fraction(Limits.FRACTION_PART - 1, Limits.FRACTION_PART),
                        Base.VALID);
        RuleSet rules = RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.FAILS, share));
        long all = Limits.VOTERS;
        long no = all / Limits.FRACTION_PART;
        assertThat(tally(rules, RuleCases.unit("", all, all - no, no, 0)).decision())
                .isEqualTo(Decision.PASS);
        assertThat(tally(rules, RuleCases.unit("", all, all - no - 1, no + 1, 0)).decision())
                .isEqualTo(Decision.FAIL);
    }

    @Test
    void aConditionWithinAConditionIsJudged() {
        Condition nested =
                new If(
                        new Turnout(Fraction.HALF, Base.ENROLLED),
                        List.of(
                                new If(
                                        new Turnout(new Fraction(3, 4), Base.ENTITLED),
                                        List.of(RuleCases.majority()),
                                        List.of(RuleCases.atLeast(3, 5, Base.VALID)))),
                        List.of(RuleCases.atLeast(9, 10, Base.VALID)));
        RuleSet rules = RuleCases.rules(Units.TOGETHER, QuestionRule.plain(Tie.FAILS, nested));
        assertThat(tally(rules, RuleCases.unit("", 100, 40, 35, 0)).decision())
                .isEqualTo(Decision.PASS);
        assertThat(tally(rules, RuleCases.unit("", 100, 40, 34, 0)).decision())
                .isEqualTo(Decision.FAIL);
        assertThat(tally(rules, RuleCases.unit("", 100, 30, 20, 0)).decision())
                .isEqualTo(Decision.PASS);
        assertThat(tally(rules, RuleCases.unit("", 100, 30, 19, 0)).decision())
                .isEqualTo(Decision.FAIL);
    }
}
