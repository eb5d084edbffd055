// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.SigningKey;

import java.util.Optional;

/// A vote and the signature of its teller.
///
/// @param because what a commitment rests on; missing for other votes. A teller who comes back from
///   a crash has to have it still
public record SignedVote(int teller, Vote vote, Optional<Certificate> because, Signature signature)
        implements ClosingMessage {
    private static final Label LABEL = new Label("rankfile/closing-vote/1");

    static SignedVote by(SigningKey key, Council council, int teller, Vote vote) {
        Signature signature = key.sign(LABEL, statement(council, vote));
        return new SignedVote(teller, vote, Optional.empty(), signature);
    }

    SignedVote because(Certificate certificate) {
        return new SignedVote(teller, vote, Optional.of(certificate), signature);
    }

    private static byte[] statement(Council council, Vote vote) {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("election", council.election())
                        .put("vote", vote.kind().text())
                        .put("epoch", vote.epoch())
                        .put("root", vote.root().hex()));
    }

    @Override
    public boolean holds(Council council) {
        return teller >= 0
                && teller < council.size()
                && rests(council)
                && council.tellers().get(teller).verify(LABEL, signature, statement(council, vote));
    }

    private boolean rests(Council council) {
        if (vote.kind() != Vote.Kind.COMMIT) {
            return because.isEmpty();
        }
        return because.isPresent()
                && because.get().epoch() == vote.epoch()
                && because.get().root().equals(vote.root())
                && because.get().holds(council);
    }
}
