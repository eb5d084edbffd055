// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.witness;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A witness's own log. What it returns has to be on disk before it is handed out; a witness that
/// comes back from a crash goes on after the last entry there. Not for use by several threads.
public final class WitnessLog {
    private final String election;
    private final int witness;
    private final SigningKey key;
    private final Map<Hash, Receipt> byEnvelope = new HashMap<>();
    private Optional<Receipt> last = Optional.empty();
    private boolean ended;

    /// A log without entries.
    ///
    /// @param election the election's fingerprint
    /// @param witness the number of the witness, from 0
    public WitnessLog(String election, int witness, SigningKey key) {
        this.election = election;
        this.witness = witness;
        this.key = key;
    }

    /// Takes back in an entry that was written before, in order.
    public void recall(Receipt written) {
        byEnvelope.put(written.envelope(), written);
        last = Optional.of(written);
    }

    /// Takes back in that the log was ended.
    public void recallEnd() {
        ended = true;
    }

    /// The receipt of an envelope that this witness found valid: the one that there is already, or
    /// a new entry.
    ///
    /// @param now in seconds since 1970. A clock that went back does not take the log back: the
    ///   time of the entry before stands then
    /// @return empty after the end
    public Optional<Receipt> see(Hash envelope, long now) {
        Receipt there = byEnvelope.get(envelope);
        if (there != null || ended) {
            return Optional.ofNullable(there);
        }
        long time = Math.max(now, last.map(Receipt::time).orElse(0L));
        Receipt receipt = Receipt.by(key, election, witness, last, time, envelope);
        recall(receipt);
        return Optional.of(receipt);
    }

    /// Ends the log, when voting is over.
    public Head.Signed end() {
        ended = true;
        int size = last.map(receipt -> receipt.index() + 1).orElse(0);
        return new Head(election, witness, size, last.map(Receipt::hash).orElse(Head.NOTHING))
                .end(key);
    }
}
