// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.witness;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.VerifyKey;

import java.util.Optional;

/// That a witness saw an envelope, as an entry of that witness's log, which only grows.
///
/// @param election the election's fingerprint
/// @param witness the number of the witness, from 0
/// @param index the place in the log, from 0
/// @param previous the hash of the entry before; missing in the first
/// @param time by the witness's clock, in seconds since 1970
/// @param envelope the id of the envelope
/// @param signature of all that, by the witness
public record Receipt(
        String election,
        int witness,
        int index,
        Optional<Hash> previous,
        long time,
        Hash envelope,
        Signature signature) {
    private static final Label SIGNED = new Label("rankfile/cast-receipt/1");
    private static final Label HASHED = new Label("rankfile/cast-receipt-hash/1");

    /// An entry that follows others.
    ///
    /// @param after the last entry; missing for the first
    static Receipt by(
            SigningKey key,
            String election,
            int witness,
            Optional<Receipt> after,
            long time,
            Hash envelope) {
        int index = after.map(each -> each.index + 1).orElse(0);
        Optional<Hash> previous = after.map(Receipt::hash);
        byte[] statement = statement(election, witness, index, previous, time, envelope);
        Signature signature = key.sign(SIGNED, statement);
        return new Receipt(election, witness, index, previous, time, envelope, signature);
    }

    private static byte[] statement(
            String election,
            int witness,
            int index,
            Optional<Hash> previous,
            long time,
            Hash envelope) {
        ObjectNode json = CanonicalJson.object().put("election", election);
        json.put("witness", witness).put("index", index);
        previous.ifPresent(hash -> json.put("previous", hash.hex()));
        json.put("time", time).put("envelope", envelope.hex());
        return CanonicalJson.bytes(json);
    }

    private byte[] statement() {
        return statement(election, witness, index, previous, time, envelope);
    }

    /// What the next entry names this one by.
    public Hash hash() {
        return Hash.sha256(HASHED, statement());
    }

    /// Whether the witness signed it.
    boolean isBy(VerifyKey key) {
        return key.verify(SIGNED, signature, statement());
    }
}
