// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.oplog.PersonId;

import java.util.List;
import java.util.Optional;

/// A ballot on paper as this device sees it. Immutable; any thread.
///
/// @param round which count it is, from 0: a later one after tellers did not agree
/// @param waitingFor tellers who have not entered theirs in this round
/// @param figures what all tellers counted; empty before they agree
/// @param verdict what the rules say of that; empty where they cannot be applied
public record PaperView(
        String id,
        String title,
        List<Question> questions,
        Optional<RuleSet> rules,
        boolean rehearsal,
        long entitled,
        List<PersonId> tellers,
        int round,
        List<PersonId> waitingFor,
        Optional<Figures> figures,
        Optional<Verdict> verdict) {
    /// Copies the lists.
    public PaperView {
        questions = List.copyOf(questions);
        tellers = List.copyOf(tellers);
        waitingFor = List.copyOf(waitingFor);
    }
}
