// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.rankfile.crypto.Label;
import org.rankfile.crypto.Mac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Finding common circles without naming them (SYN-5 to SYN-8).
///
/// A token is a MAC under the circle's root secret over the sender's role, the connection's
/// handshake hash and the tag: who does not know the secret sees a random number, and who sends a
/// token back proves nothing, because the other role's token is another one.
final class OverlapTokens {

    private static final Label LABEL = new Label("rankfile/overlap/1");

    private final byte[] handshakeHash;

    OverlapTokens(byte[] handshakeHash) {
        this.handshakeHash = handshakeHash.clone();
    }

    Token token(SyncRole sender, CircleAccess circle) {
        byte[] mac =
                Mac.hmacSha256(
                                circle.root(),
                                LABEL,
                                new byte[] {sender.letter(), (byte) handshakeHash.length},
                                handshakeHash,
                                circle.tag().bytes())
                        .bytes();
        return new Token(Arrays.copyOf(mac, Token.BYTES));
    }

    /// Exactly `count` tokens in random order: those of the circles, and random ones.
    List<Token> offer(
            SyncRole sender, List<CircleAccess> circles, int count, RandomGenerator random) {
        List<Token> tokens = new ArrayList<>();
        circles.stream().limit(count).forEach(circle -> tokens.add(token(sender, circle)));
        while (tokens.size() < count) {
            byte[] filler = new byte[Token.BYTES];
            random.nextBytes(filler);
            tokens.add(new Token(filler));
        }
        for (int i = tokens.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Token moved = tokens.set(i, tokens.get(other));
            tokens.set(other, moved);
        }
        return tokens;
    }
}
