// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;

import java.util.List;
import java.util.Optional;

/// The declaration of a result: rules, figures and outcome. What the rules say is computed from the
/// figures here, so that no declaration can say something else. Immutable; any thread.
///
/// @param tellers their names as they were given
public record Declaration(Held held, RuleSet rules, Returns returns, List<String> tellers) {
    /// @throws IllegalArgumentException if the rules cannot judge the figures, or they answer other
    ///   questions
    public Declaration {
        tellers = List.copyOf(tellers);
        if (returns instanceof Returns.Counted counted) {
            if (!(Judgement.of(rules, counted.figures()) instanceof Judgement.Judged)) {
                throw new IllegalArgumentException("figures that these rules do not judge");
            }
            List<Integer> counts =
                    counted.figures().units().getFirst().counts().stream()
                            .map(Count::answers)
                            .map(List::size)
                            .toList();
            if (!held.questions().stream()
                    .map(asked -> asked.answers().size())
                    .toList()
                    .equals(counts)) {
                throw new IllegalArgumentException("figures of other questions");
            }
        }
    }

    /// What the rules say; empty where nothing could be counted.
    public Optional<Verdict> verdict() {
        return returns instanceof Returns.Counted counted
                        && Judgement.of(rules, counted.figures()) instanceof Judgement.Judged judged
                ? Optional.of(judged.verdict())
                : Optional.empty();
    }

    /// How final it is.
    public ResultState state() {
        return switch (returns) {
            case Returns.Undecryptable nothing -> ResultState.UNDECRYPTABLE;
            case Returns.Counted counted -> {
                Late late = counted.late();
                boolean turned =
                        verdict().orElseThrow().margin().isWithin(late.ballots(), late.revotes());
                yield turned ? ResultState.DISPUTED : ResultState.DECIDED;
            }
        };
    }
}
