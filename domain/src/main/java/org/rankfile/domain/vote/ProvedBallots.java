// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.crypto.Hash;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which envelopes this device has proved, so that it need not prove them again when the program
/// starts again (`holding.md`, HOLD-15). Implemented by whoever owns the disk, in rows that are
/// sealed with a key of this device: what says here that a ballot holds must come from this device.
/// Engine thread only.
public interface ProvedBallots {
    /// Everything that is remembered: ids of envelopes, by the fingerprint of their election.
    ///
    /// @throws IOException if it cannot be read; then nothing of it is believed
    Map<String, Set<Hash>> all() throws IOException;

    /// Remembers envelopes of one election. On the disk when this returns.
    ///
    /// @param election its fingerprint
    /// @param envelopes their ids: a hash of every byte of an envelope; not empty
    void add(String election, List<Hash> envelopes) throws IOException;

    /// Forgets everything of one election.
    void forget(String election) throws IOException;

    /// Remembers nothing.
    ProvedBallots NOTHING =
            new ProvedBallots() {
                @Override
                public Map<String, Set<Hash>> all() {
                    return Map.of();
                }

                @Override
                public void add(String election, List<Hash> envelopes) {}

                @Override
                public void forget(String election) {}
            };
}
