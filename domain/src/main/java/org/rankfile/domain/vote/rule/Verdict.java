// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.List;

/// What rules say of figures.
///
/// @param questions one for each, in order
public record Verdict(List<QuestionVerdict> questions) {
    /// Copies the list.
    public Verdict {
        questions = List.copyOf(questions);
    }

    /// What one question came to.
    ///
    /// @param decision passes only where every tally does
    /// @param tallies one for each unit that is counted by itself, else one
    /// @param margin how few further ballots could turn the decision
    public record QuestionVerdict(
            QuestionRule rule, Decision decision, List<TallyVerdict> tallies, Margin margin) {
        /// Copies the list.
        public QuestionVerdict {
            tallies = List.copyOf(tallies);
        }
    }

    /// What one tally came to.
    ///
    /// @param tied whether there are as many yes as no, and this fails for it
    /// @param checks the conditions, each with its numbers
    /// @param margin how few further ballots could turn the decision
    public record TallyVerdict(
            Tally tally, Decision decision, boolean tied, List<Check> checks, Margin margin) {
        /// Copies the list.
        public TallyVerdict {
            checks = List.copyOf(checks);
        }
    }

    /// Whether every question passes. Where a ballot asks several things, read each.
    public Decision decision() {
        return Decision.of(questions.stream().allMatch(each -> each.decision() == Decision.PASS));
    }

    /// How few further ballots could turn the decision on any question, or in any unit that is
    /// counted by itself.
    public Margin margin() {
        return questions.stream()
                .flatMap(question -> question.tallies().stream())
                .map(TallyVerdict::margin)
                .reduce(Margin.NONE, Margin::or);
    }
}
