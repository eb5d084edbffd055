// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.Limits;
import org.rankfile.crypto.Hash;

import java.util.Arrays;
import java.util.Optional;

/// What a teller says about a set of ballots.
///
/// @param kind how much it says
/// @param epoch in which attempt; 0 for a seal, which belongs to none
/// @param root what the set and everything around it hash to
public record Vote(Kind kind, int epoch, Hash root) {
    public Vote {
        if (epoch < 0 || epoch >= Limits.EPOCHS || (kind == Kind.SEAL && epoch != 0)) {
            throw new IllegalArgumentException("an epoch, and none for a seal");
        }
    }

    /// How much is said.
    public enum Kind {
        /// "This is what I have": once an epoch.
        CLOSE("close"),
        /// "A quorum has it": once an epoch, and never after turning to a later one.
        COMMIT("commit"),
        /// "A quorum committed to it": once an election, for ever. Only what a quorum sealed is
        /// decrypted.
        SEAL("seal");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        static Optional<Kind> of(String text) {
            return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
        }
    }
}
