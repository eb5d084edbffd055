// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.Question;

import java.util.List;

/// What another device finds in a tested ballot.
///
/// @param code to be compared with the one that the first device showed before it was told
/// @param questions of the ballot
/// @param choices what was encrypted
public record CheckedTest(String code, List<Question> questions, Choices choices) {
    /// Copies the list.
    public CheckedTest {
        questions = List.copyOf(questions);
    }
}
