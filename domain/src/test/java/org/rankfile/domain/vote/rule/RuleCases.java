// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.rule.Condition.Comparison;
import org.rankfile.domain.vote.rule.Condition.If;
import org.rankfile.domain.vote.rule.Condition.Share;
import org.rankfile.domain.vote.rule.Condition.Turnout;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.testkit.Gen;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rules and figures for tests: written down, or drawn from a seed.
final class RuleCases {
    private RuleCases() {}

    static RuleSet rules(Units units, QuestionRule... questions) {
        return new RuleSet(
                new Origin("Test", 1, LocalDate.of(2026, 11, 25), Optional.empty(), "a test"),
                Label.OWN,
                units,
                Limits.LEAST_UNIT,
                Optional.empty(),
                OptionalInt.empty(),
                List.of(questions));
    }

    static Share atLeast(int numerator, int denominator, Base of) {
        return new Share(Comparison.AT_LEAST, new Fraction(numerator, denominator), of);
    }

    static Share majority() {
        return new Share(Comparison.MORE_THAN, Fraction.HALF, Base.VALID);
    }

    static Figures figures(UnitFigures... units) {
        return new Figures(List.of(units));
    }

    /// A unit of which everybody entitled is enrolled, with yes, no and blank to one question.
    static UnitFigures unit(String name, long entitled, long yes, long no, long blank) {
        return new UnitFigures(
                new Roll(name, entitled, entitled, OptionalLong.empty(), yes + no + blank),
                List.of(new Count(blank, 0, List.of(yes, no))));
    }

    static Verdict verdict(RuleSet rules, UnitFigures... units) {
        return ((Judgement.Judged) Judgement.of(rules, figures(units))).verdict();
    }

    static Judgement.Refused refused(RuleSet rules, Figures figures) {
        return (Judgement.Refused) Judgement.of(rules, figures);
    }

    /// Any rules that can be.
    static RuleSet any(RandomGenerator random) {
        List<QuestionRule> questions = new ArrayList<>();
        int count = random.nextInt(3);
        IntStream.range(0, count)
                .forEach(i -> questions.add(anyQuestion(random, OptionalInt.of(i))));
        if (count == 0 || random.nextBoolean()) {
            questions.add(anyQuestion(random, OptionalInt.empty()));
        }
        LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
        Optional<LocalDate> until = maybe(random, day.plusDays(random.nextInt(400)));
        Period term = random.nextBoolean() ? Period.ofDays(30) : Period.ofMonths(12);
        Optional<Mandate> mandate =
                maybe(random, new Mandate(maybe(random, day), until, Optional.of(term)));
        return new RuleSet(
                new Origin("Régla \"ñ\" \\ 規", 1 + random.nextInt(9), day, until, "<source>"),
                Gen.pick(random, List.of(Label.values())),
                Gen.pick(random, List.of(Units.values())),
                Limits.LEAST_UNIT + random.nextInt(10),
                mandate,
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(10),
                questions);
    }

    private static <T> Optional<T> maybe(RandomGenerator random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    /// Any rule that can be, with bases and fractions that meet each other.
    static QuestionRule anyQuestion(RandomGenerator random, OptionalInt question) {
        Blank blank = new Blank(random.nextBoolean(), random.nextBoolean());
        List<Condition> conditions = anyConditions(random, 3);
        boolean half = conditions.stream().anyMatch(Condition::needsHalf);
        Tie tie = half && random.nextBoolean() ? Tie.FAILS : Tie.COUNTS;
        return new QuestionRule(question, 0, List.of(1), blank, tie, conditions);
    }

    /// A rule that asks for one share where many vote and for another where few do.
    static QuestionRule byTurnout(RandomGenerator random) {
        List<Integer> parts = List.of(1, 2, 3);
        Condition many = atLeast(Gen.pick(random, parts), 4, Base.CAST);
        Condition few = atLeast(Gen.pick(random, parts), 5, anyBase(random));
        return new QuestionRule(
                OptionalInt.empty(),
                0,
                List.of(1),
                new Blank(false, random.nextBoolean()),
                Tie.COUNTS,
                List.of(new If(anyTurnout(random), List.of(many), List.of(few))));
    }

    private static Base anyBase(RandomGenerator random) {
        return Gen.pick(random, List.of(Base.values()));
    }

    private static List<Condition> anyConditions(RandomGenerator random, int depth) {
        return Stream.generate(() -> anyCondition(random, depth))
                .limit(1 + random.nextInt(2))
                .toList();
    }

    private static Condition anyCondition(RandomGenerator random, int depth) {
        int kind = random.nextInt(depth > 1 ? 5 : 4);
        if (kind == 0) {
            return anyTurnout(random);
        }
        if (kind < 4) {
            Comparison comparison = Gen.pick(random, List.of(Comparison.values()));
            int denominator = 2 + random.nextInt(4);
            int numerator = 1 + random.nextInt(denominator - 1);
            return new Share(comparison, new Fraction(numerator, denominator), anyBase(random));
        }
        return new If(
                anyTurnout(random),
                anyConditions(random, depth - 1),
                anyConditions(random, depth - 1));
    }

    private static Turnout anyTurnout(RandomGenerator random) {
        int denominator = 1 + random.nextInt(6);
        int numerator = 1 + random.nextInt(denominator);
        Base of = random.nextBoolean() ? Base.ENTITLED : Base.ENROLLED;
        return new Turnout(new Fraction(numerator, denominator), of);
    }
}
