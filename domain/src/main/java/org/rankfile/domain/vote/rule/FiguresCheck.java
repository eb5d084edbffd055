// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;

/// Whether figures can be, and these rules can judge them.
final class FiguresCheck {
    private final RuleSet rules;
    private final Figures figures;

    FiguresCheck(RuleSet rules, Figures figures) {
        this.rules = rules;
        this.figures = figures;
    }

    /// What is wrong first; empty if nothing is.
    Optional<Judgement.Refused> fault() {
        List<UnitFigures> units = figures.units();
        if (units.isEmpty() || units.size() > Limits.UNITS) {
            return Optional.of(Judgement.Refused.of(FiguresFault.UNITS));
        }
        Set<String> names = new HashSet<>();
        long entitled = 0;
        for (int i = 0; i < units.size(); i++) {
            Optional<FiguresFault> fault = roll(units.get(i).roll());
            if (fault.isEmpty() && !names.add(units.get(i).roll().unit())) {
                fault = Optional.of(FiguresFault.UNIT_TWICE);
            }
            entitled += fault.isEmpty() ? units.get(i).roll().entitled() : 0;
            if (entitled > Limits.VOTERS) {
                fault = Optional.of(FiguresFault.NUMBER);
            }
            if (fault.isPresent()) {
                return Optional.of(Judgement.Refused.in(fault.get(), i));
            }
            Optional<Judgement.Refused> count = counts(i);
            if (count.isPresent()) {
                return count;
            }
        }
        return rules();
    }

    private Optional<FiguresFault> roll(Roll roll) {
        LongStream numbers =
                LongStream.of(
                        roll.entitled(), roll.enrolled(), roll.present().orElse(0), roll.cast());
        if (!numbers.allMatch(number -> number >= 0 && number <= Limits.VOTERS)) {
            return Optional.of(FiguresFault.NUMBER);
        }
        if (roll.enrolled() > roll.entitled()) {
            return Optional.of(FiguresFault.ENROLLED_ABOVE_ENTITLED);
        }
        if (roll.present().orElse(0) > roll.entitled()) {
            return Optional.of(FiguresFault.PRESENT_ABOVE_ENTITLED);
        }
        if (roll.cast() > roll.enrolled()) {
            return Optional.of(FiguresFault.CAST_ABOVE_ENROLLED);
        }
        if (roll.cast() > roll.most()) {
            return Optional.of(FiguresFault.CAST_ABOVE_PRESENT);
        }
        return roll.cast() > 0 && roll.cast() < rules.leastUnit()
                ? Optional.of(FiguresFault.UNIT_TOO_SMALL)
                : Optional.empty();
    }

    private Optional<Judgement.Refused> counts(int unit) {
        UnitFigures its = figures.units().get(unit);
        List<Count> first = figures.units().getFirst().counts();
        if (its.counts().isEmpty()
                || its.counts().size() > Limits.QUESTIONS
                || its.counts().size() != first.size()) {
            return Optional.of(Judgement.Refused.in(FiguresFault.QUESTIONS, unit));
        }
        for (int question = 0; question < first.size(); question++) {
            Count count = its.counts().get(question);
            int answers = count.answers().size();
            boolean same =
                    answers == first.get(question).answers().size()
                            && count.least() == first.get(question).least()
                            && count.most() == first.get(question).most();
            if (!same || answers > Limits.ANSWERS) {
                return Optional.of(Judgement.Refused.at(FiguresFault.ANSWERS, unit, question));
            }
            if (!count.isOf(its.roll().cast())) {
                return Optional.of(Judgement.Refused.at(FiguresFault.SUM, unit, question));
            }
        }
        return Optional.empty();
    }

    private Optional<Judgement.Refused> rules() {
        boolean told = figures.units().stream().allMatch(unit -> unit.roll().present().isPresent());
        return rules(
                rules,
                figures.units().getFirst().counts().stream()
                        .map(count -> count.answers().size())
                        .toList(),
                told);
    }

    /// What keeps rules from judging questions, whatever is counted.
    ///
    /// @param questions how many answers each has
    /// @param told whether it is told how many were present
    static Optional<Judgement.Refused> rules(RuleSet rules, List<Integer> questions, boolean told) {
        for (QuestionRule rule : rules.questions()) {
            if (rule.question().orElse(0) >= questions.size()) {
                return Optional.of(Judgement.Refused.of(FiguresFault.RULE_WITHOUT_QUESTION));
            }
        }
        for (int question = 0; question < questions.size(); question++) {
            Optional<QuestionRule> rule = rules.rule(question);
            if (rule.isEmpty()) {
                return refused(FiguresFault.QUESTION_WITHOUT_RULE, question);
            }
            int last = Math.max(rule.get().yes(), Collections.max(rule.get().no()));
            if (last >= questions.get(question)) {
                return refused(FiguresFault.ANSWER_MISSING, question);
            }
            if (!told && rule.get().conditions().stream().anyMatch(FiguresCheck::asksPresent)) {
                return refused(FiguresFault.PRESENT_MISSING, question);
            }
        }
        return Optional.empty();
    }

    private static boolean asksPresent(Condition condition) {
        return switch (condition) {
            case Condition.Measure measure -> measure.of() == Base.PRESENT;
            case Condition.If either ->
                    either.then().stream().anyMatch(FiguresCheck::asksPresent)
                            || either.otherwise().stream().anyMatch(FiguresCheck::asksPresent);
        };
    }

    private static Optional<Judgement.Refused> refused(FiguresFault fault, int question) {
        return Optional.of(
                new Judgement.Refused(fault, OptionalInt.empty(), OptionalInt.of(question)));
    }
}
