// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.List;

/// How the ballots of one unit answered one question. Each chose one answer or none.
///
/// @param blank those that chose none
/// @param spoilt those on paper that cannot be read as an answer
/// @param answers how many chose each answer
public record Count(long blank, long spoilt, List<Long> answers) {
    /// Copies the list.
    public Count {
        answers = List.copyOf(answers);
    }
}
