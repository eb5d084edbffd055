// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;

import java.util.List;

/// How the ballots of one unit answered one question.
///
/// @param blank those without an answer
/// @param spoilt those on paper that cannot be read as an answer
/// @param answers how many chose each answer
/// @param least the fewest answers that each of the other ballots chose
/// @param most the most
public record Count(long blank, long spoilt, List<Long> answers, int least, int most) {
    /// Copies the list.
    ///
    /// @throws IllegalArgumentException for no such numbers of answers
    public Count {
        answers = List.copyOf(answers);
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("0 ≤ least ≤ most answers");
        }
    }

    /// Where each ballot that is neither blank nor spoilt chose one answer.
    public Count(long blank, long spoilt, List<Long> answers) {
        this(blank, spoilt, answers, 1, 1);
    }

    /// Whether these can be the answers of so many ballots, at most [Limits#VOTERS].
    public boolean isOf(long cast) {
        long answered = cast;
        for (long without : List.of(blank, spoilt)) {
            if (without < 0 || without > answered) {
                return false;
            }
            answered -= without;
        }
        long chosen = 0;
        for (long number : answers) {
            if (number < 0 || number > answered) {
                return false;
            }
            chosen += number;
        }
        return chosen >= least * answered && chosen <= most * answered;
    }

    /// Whether a ballot may have chosen several answers.
    public boolean isOfSeveral() {
        return most > 1;
    }
}
