// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

/// What tellers agree on: who could vote, and exactly which envelopes were there in time.
///
/// @param election the election's fingerprint
/// @param credentials the SHA-256 of the list of credentials, as in the archive
/// @param roll the root of the roll, in which every member finds themselves
/// @param envelopes the root of the tree of the ids of all valid and timely envelopes, sorted
/// @param count how many those are
public record ClosingStatement(
        String election, Hash credentials, Hash roll, Hash envelopes, int count) {
    private static final Label ROOT = new Label("rankfile/closing-root/1");

    /// The bytes.
    public byte[] bytes() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("election", election)
                        .put("credentials", credentials.hex())
                        .put("roll", roll.hex())
                        .put("envelopes", envelopes.hex())
                        .put("count", count));
    }

    /// What tellers close, commit to and seal.
    public Hash root() {
        return Hash.sha256(ROOT, bytes());
    }
}
