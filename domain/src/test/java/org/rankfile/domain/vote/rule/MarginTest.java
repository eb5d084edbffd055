// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.Gen;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;

/// How few ballots can turn an outcome, against trying them all (RULE-9).
class MarginTest {
    private static final int SEEDS = 4_000;

    @Test
    void theMarginIsWhatTryingEveryBallotFinds() {
        Gen.forSeeds(
                1,
                SEEDS,
                seed -> {
                    RandomGenerator random = new Random(seed);
                    QuestionRule rule =
                            random.nextBoolean()
                                    ? RuleCases.anyQuestion(random, OptionalInt.empty())
                                    : RuleCases.byTurnout(random);
                    Tally tally = anyTally(random);
                    Margin margin = Judge.judge(rule, tally).margin();
                    assertThat(margin.added())
                            .as("%s %s", rule, tally)
                            .isEqualTo(tried(rule, tally, false));
                    assertThat(margin.revoted())
                            .as("%s %s", rule, tally)
                            .isEqualTo(tried(rule, tally, true));
                });
    }

    private static Tally anyTally(RandomGenerator random) {
        long yes = random.nextInt(5);
        long no = random.nextInt(5);
        long other = random.nextBoolean() ? 0 : random.nextInt(3);
        long blank = random.nextBoolean() ? 0 : random.nextInt(4);
        long cast = yes + no + other + blank;
        long most = cast + random.nextInt(7);
        long enrolled = most + random.nextInt(3);
        long entitled = enrolled + random.nextInt(4);
        Roll roll = new Roll("", entitled, enrolled, OptionalLong.of(most), cast);
        return new Tally(roll, yes, no, other, blank);
    }

    /// Every tally that further ballots can lead to, and the fewest that lead to the other outcome.
    private static OptionalLong tried(QuestionRule rule, Tally tally, boolean revotes) {
        boolean passes = passes(rule, tally);
        long cast = tally.yes() + tally.no() + tally.other() + tally.blank();
        long most = tally.roll().most();
        long least = Long.MAX_VALUE;
        for (long yes = 0; yes <= most; yes++) {
            for (long no = 0; yes + no <= most; no++) {
                for (long other = 0; yes + no + other <= most; other++) {
                    long rest = most - yes - no - other;
                    for (long blank = Math.max(0, cast - yes - no - other);
                            blank <= rest;
                            blank++) {
                        Tally then = new Tally(tally.roll(), yes, no, other, blank);
                        long ballots = ballots(tally, then, revotes);
                        if (ballots < least && passes(rule, then) != passes) {
                            least = ballots;
                        }
                    }
                }
            }
        }
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    private static boolean passes(QuestionRule rule, Tally tally) {
        boolean tied = rule.tie() == Tie.FAILS && tally.yes() == tally.no();
        return !tied
                && Check.all(Check.of(rule.conditions(), tally, rule.blank())) == Decision.PASS;
    }

    private static long ballots(Tally from, Tally to, boolean revotes) {
        long[] more = {
            to.yes() - from.yes(),
            to.no() - from.no(),
            to.other() - from.other(),
            to.blank() - from.blank()
        };
        long ballots = 0;
        for (long each : more) {
            if (each < 0 && !revotes) {
                return Long.MAX_VALUE;
            }
            ballots += Math.max(0, each);
        }
        return ballots;
    }

    @Test
    void aRevoteMovesMoreThanABallotOfSomebodyElse() {
        Margin margin =
                RuleCases.verdict(
                                Preset.SIMPLE_MAJORITY.rules(), RuleCases.unit("", 500, 53, 50, 0))
                        .margin();
        assertThat(margin).isEqualTo(new Margin(OptionalLong.of(3), OptionalLong.of(2)));
        assertThat(margin.isWithin(2, false)).isFalse();
        assertThat(margin.isWithin(2, true)).isTrue();
    }

    @Test
    void nothingTurnsWhatEverybodyCouldNot() {
        Margin margin =
                RuleCases.verdict(
                                Preset.SIMPLE_MAJORITY.rules(), RuleCases.unit("", 100, 80, 10, 0))
                        .margin();
        assertThat(margin.added()).isEmpty();
        assertThat(margin.revoted()).hasValue(35);
        assertThat(margin.isWithin(Long.MAX_VALUE, false)).isFalse();
    }

    @Test
    void aTurnoutFloorIsNearWhereTheShareIsFar() {
        Margin margin =
                RuleCases.verdict(
                                Preset.UK_HALF_TURNOUT.rules(),
                                RuleCases.unit("", 1_000_000, 499_998, 0, 0))
                        .margin();
        assertThat(margin.added()).hasValue(2);
    }

    @Test
    void aBallotMoreCanTurnAConditionalRuleBothWays() {
        RuleSet rules = Preset.TEAMSTERS_UNTIL_2021.rules();
        assertThat(RuleCases.verdict(rules, RuleCases.unit("", 100, 30, 19, 0)))
                .satisfies(verdict -> {
                    assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
                    assertThat(verdict.margin().added()).hasValue(1);
                });
    }

    /// One yes in four is enough where half vote, else three in five are asked for.
    private static Margin ofTwoBands(boolean blankIsCast, long yes, long no) {
        Condition.If rule =
                new Condition.If(
                        new Condition.Turnout(Fraction.HALF, Base.ENTITLED),
                        List.of(RuleCases.atLeast(1, 4, Base.CAST)),
                        List.of(RuleCases.atLeast(3, 5, Base.CAST)));
        Roll roll = new Roll("", 12, 12, OptionalLong.empty(), yes + no);
        return Judge.judge(
                        new QuestionRule(
                                OptionalInt.empty(),
                                0,
                                List.of(1),
                                new Blank(false, blankIsCast),
                                Tie.COUNTS,
                                List.of(rule)),
                        new Tally(roll, yes, no, 0, 0))
                .margin();
    }

    @Test
    void aBlankBallotTurnsWhatANoWouldNot() {
        assertThat(ofTwoBands(true, 3, 2).added()).hasValue(1);
    }

    @Test
    void aBallotThatIsTakenBackTurnsWhatANoWouldNot() {
        assertThat(ofTwoBands(false, 3, 3))
                .isEqualTo(new Margin(OptionalLong.empty(), OptionalLong.of(1)));
    }

    @Test
    void unitsThatCountEachByThemselvesAllHaveToTurn() {
        RuleSet rules =
                RuleCases.rules(Units.EACH, QuestionRule.plain(Tie.FAILS, RuleCases.majority()));
        Verdict verdict =
                RuleCases.verdict(
                        rules,
                        RuleCases.unit("North", 100, 10, 12, 0),
                        RuleCases.unit("South", 100, 10, 20, 0),
                        RuleCases.unit("West", 100, 9, 2, 0));
        assertThat(verdict.decision()).isEqualTo(Decision.FAIL);
        assertThat(verdict.questions().getFirst().margin().added()).hasValue(3 + 11);
        assertThat(verdict.margin().added()).hasValue(3);
    }
}
