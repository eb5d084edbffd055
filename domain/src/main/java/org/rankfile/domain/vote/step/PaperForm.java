// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import org.rankfile.ballot.Question;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.PersonId;

import java.util.HashSet;
import java.util.List;

/// A ballot that is held on paper and only counted here. Immutable.
///
/// @param title what the ballot is called
/// @param questions what was asked
/// @param rules the text of the rules that decide
/// @param rehearsal whether it only tries everything out
/// @param entitled how many people could vote
/// @param tellers who count, each for themselves
public record PaperForm(
        String title,
        List<Question> questions,
        String rules,
        boolean rehearsal,
        long entitled,
        List<PersonId> tellers) {
    /// @throws IllegalArgumentException for fewer than two tellers, or beyond [Limits]
    public PaperForm {
        questions = List.copyOf(questions);
        tellers = List.copyOf(tellers);
        if (title.isBlank() || title.length() > Limits.SHORT_CHARS) {
            throw new IllegalArgumentException("a title, and not too long");
        }
        if (questions.isEmpty()
                || questions.size() > Limits.QUESTIONS
                || rules.length() > Limits.RULE_BYTES) {
            throw new IllegalArgumentException("no questions, too many, or rules too long");
        }
        if (tellers.size() < 2
                || tellers.size() > Limits.OFFICERS
                || new HashSet<>(tellers).size() < tellers.size()) {
            throw new IllegalArgumentException("two tellers or more, each once");
        }
        if (entitled < 1 || entitled > Limits.VOTERS) {
            throw new IllegalArgumentException("somebody is entitled");
        }
    }
}
