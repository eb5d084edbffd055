// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.crypto.Hash;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The ballot that is declared upon, and how anybody finds its record.
///
/// @param name what it is called
/// @param questions what was asked
/// @param day the day of the result
/// @param rehearsal whether it only tried things out
/// @param fingerprint the hash that every ballot was bound to; empty for a count on paper
/// @param archive SHA-256 of the file that a verifier reads, if there is one
public record Held(
        String name,
        List<Asked> questions,
        LocalDate day,
        boolean rehearsal,
        String fingerprint,
        Optional<Hash> archive) {
    /// Copies the list.
    public Held {
        questions = List.copyOf(questions);
    }

    /// Whether papers were counted, and there is nothing to check by computation.
    public boolean isOnPaper() {
        return fingerprint.isEmpty();
    }
}
