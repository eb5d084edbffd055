// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Verdict.QuestionVerdict;
import org.rankfile.domain.vote.rule.Verdict.TallyVerdict;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// Judges figures that were checked.
final class Judge {
    private final RuleSet rules;
    private final Figures figures;

    Judge(RuleSet rules, Figures figures) {
        this.rules = rules;
        this.figures = figures;
    }

    Verdict verdict() {
        int questions = figures.units().getFirst().counts().size();
        return new Verdict(IntStream.range(0, questions).mapToObj(this::question).toList());
    }

    private QuestionVerdict question(int question) {
        QuestionRule rule = rules.rule(question).orElseThrow();
        List<List<UnitFigures>> groups =
                rules.units() == Units.TOGETHER
                        ? List.of(figures.units())
                        : figures.units().stream().map(List::of).toList();
        List<TallyVerdict> tallies =
                groups.stream().map(group -> judge(rule, tally(rule, question, group))).toList();
        List<TallyVerdict> failed =
                tallies.stream().filter(each -> each.decision() == Decision.FAIL).toList();
        Margin margin =
                failed.isEmpty()
                        ? tallies.stream().map(TallyVerdict::margin).reduce(Margin.NONE, Margin::or)
                        : failed.stream()
                                .map(TallyVerdict::margin)
                                .reduce(Margin::and)
                                .orElse(Margin.NONE);
        return new QuestionVerdict(rule, Decision.of(failed.isEmpty()), tallies, margin);
    }

    /// One tally by one rule.
    static TallyVerdict judge(QuestionRule rule, Tally tally) {
        List<Check> checks = Check.of(rule.conditions(), tally, rule.blank());
        boolean tied = rule.tie() == Tie.FAILS && tally.yes() == tally.no();
        Decision decision = tied ? Decision.FAIL : Check.all(checks);
        return new TallyVerdict(tally, decision, tied, checks, new Reach(rule, tally).margin());
    }

    private static Tally tally(QuestionRule rule, int question, List<UnitFigures> group) {
        List<Roll> rolls = group.stream().map(UnitFigures::roll).toList();
        List<Count> counts = group.stream().map(unit -> unit.counts().get(question)).toList();
        long yes = sum(counts, count -> count.answers().get(rule.yes()));
        long no = sum(counts, count -> sum(rule.no(), answer -> count.answers().get(answer)));
        long blank = sum(counts, count -> count.blank() + count.spoilt());
        Roll roll = together(rolls);
        long without = roll.cast() - blank - yes;
        return counts.getFirst().isOfSeveral()
                ? new Tally(roll, yes, without, 0, blank)
                : new Tally(roll, yes, no, without - no, blank);
    }

    private static Roll together(List<Roll> rolls) {
        if (rolls.size() == 1) {
            return rolls.getFirst();
        }
        boolean told = rolls.stream().allMatch(roll -> roll.present().isPresent());
        return new Roll(
                "",
                sum(rolls, Roll::entitled),
                sum(rolls, Roll::enrolled),
                told
                        ? OptionalLong.of(sum(rolls, roll -> roll.present().orElse(0)))
                        : OptionalLong.empty(),
                sum(rolls, Roll::cast));
    }

    private static <T> long sum(List<T> list, ToLongFunction<T> number) {
        return list.stream().mapToLong(number).sum();
    }
}
