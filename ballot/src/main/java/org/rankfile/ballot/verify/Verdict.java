// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.archive.EventType;

import java.util.Optional;

/// What is to be said of an archive. It speaks of the archive alone: whether the right people were
/// listed and whether all their ballots got into it cannot be seen there.
public sealed interface Verdict {
    /// Everything holds, from the set-up to the result.
    record Holds(Summary summary) implements Verdict {}

    /// What is there holds, but the archive ends before the result. Never to be called valid.
    ///
    /// @param missing what comes next at the latest
    /// @param summary of what is there; missing where there is nothing
    record Incomplete(EventType missing, Optional<Summary> summary) implements Verdict {}

    /// Something does not hold.
    ///
    /// @param place where, as a path: `events[4].answers[0].overall_proof`
    /// @param reason half a sentence, in words of the format
    record Rejected(String place, String reason) implements Verdict {}
}
