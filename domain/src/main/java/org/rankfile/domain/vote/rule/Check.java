// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.List;

/// One condition, with its numbers.
public sealed interface Check {
    /// Whether it holds.
    Decision decision();

    /// Two numbers compared.
    ///
    /// @param count the ballots, or the yes among them
    /// @param whole what they are a part of
    /// @param needed the smallest count that would do
    record Measured(Condition.Measure condition, long count, long whole, long needed)
            implements Check {
        @Override
        public Decision decision() {
            return Decision.of(count >= needed);
        }
    }

    /// One or the other, by the turnout.
    ///
    /// @param when the turnout that chose
    /// @param checks the conditions that it chose
    record Chosen(Measured when, List<Check> checks) implements Check {
        /// Copies the list.
        public Chosen {
            checks = List.copyOf(checks);
        }

        @Override
        public Decision decision() {
            return all(checks);
        }
    }

    /// Whether all hold.
    static Decision all(List<Check> checks) {
        return Decision.of(checks.stream().allMatch(each -> each.decision() == Decision.PASS));
    }

    /// A condition, on these figures.
    static Check of(Condition condition, Tally tally, Blank blank) {
        return switch (condition) {
            case Condition.Turnout turnout -> measured(turnout, tally.turnout(blank), tally, blank);
            case Condition.Share share -> measured(share, tally.yes(), tally, blank);
            case Condition.If either -> {
                Measured when = measured(either.when(), tally.turnout(blank), tally, blank);
                List<Condition> chosen =
                        when.decision() == Decision.PASS ? either.then() : either.otherwise();
                yield new Chosen(when, of(chosen, tally, blank));
            }
        };
    }

    /// Conditions, on these figures.
    static List<Check> of(List<Condition> conditions, Tally tally, Blank blank) {
        return conditions.stream().map(each -> of(each, tally, blank)).toList();
    }

    private static Measured measured(
            Condition.Measure condition, long count, Tally tally, Blank blank) {
        long whole = tally.whole(condition.of(), blank);
        return new Measured(condition, count, whole, condition.needed(whole));
    }
}
