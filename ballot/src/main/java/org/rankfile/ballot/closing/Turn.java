// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;

import java.util.Optional;

/// A teller turns to a new epoch, since the ones before brought no agreement, and shows what they
/// committed to last. From then on they take no part in earlier epochs.
///
/// @param epoch the new one, from 1
/// @param committed what they committed to in the latest epoch in which they did
public record Turn(int teller, int epoch, Optional<Certificate> committed, Signature signature)
        implements ClosingMessage {
    private static final Label LABEL = new Label("rankfile/closing-turn/1");

    static Turn by(
            SigningKey key,
            Council council,
            int teller,
            int epoch,
            Optional<Certificate> committed) {
        byte[] statement = statement(council, epoch, committed);
        return new Turn(teller, epoch, committed, key.sign(LABEL, statement));
    }

    private static byte[] statement(Council council, int epoch, Optional<Certificate> committed) {
        ObjectNode json = CanonicalJson.object().put("election", council.election());
        json.put("turn", epoch);
        committed.ifPresent(certificate ->
                json.putObject("committed")
                        .put("epoch", certificate.epoch())
                        .put("root", certificate.root().hex()));
        return CanonicalJson.bytes(json);
    }

    @Override
    public boolean holds(Council council) {
        return teller >= 0
                && teller < council.size()
                && committed.map(each -> each.epoch() < epoch && each.holds(council)).orElse(true)
                && council.tellers()
                        .get(teller)
                        .verify(LABEL, signature, statement(council, epoch, committed));
    }
}
