// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Mac;
import org.rankfile.crypto.Secret;
import org.rankfile.net.PeerId;

import java.security.MessageDigest;

/// The hash of everything that both sides have said, bound to the connection and to both peers
/// (JOIN-7). Every proof is a MAC over it, so none is worth anything elsewhere.
final class Transcript {

    private static final Label START = new Label("rankfile/join-start/1");
    private static final Label NEXT = new Label("rankfile/join-next/1");
    private static final Label PROOF = new Label("rankfile/join-proof/1");

    private Hash hash;

    Transcript(byte[] handshakeHash, PeerId inviter, PeerId joiner) {
        if (handshakeHash.length < 1 || handshakeHash.length > 64) {
            throw new IllegalArgumentException("a handshake hash has 1 to 64 bytes");
        }
        hash =
                Hash.sha256(
                        START,
                        new byte[] {(byte) handshakeHash.length},
                        handshakeHash,
                        inviter.bytes(),
                        joiner.bytes());
    }

    Hash hash() {
        return hash;
    }

    void add(byte[] message) {
        hash = Hash.sha256(NEXT, hash.bytes(), message);
    }

    /// The proof, by who knows `key`, of a message at this point: over the message with zeros in
    /// place of the proof, and what else is given.
    Hash proof(Secret key, JoinMessage withoutProof, byte[] more) {
        return Mac.hmacSha256(key, PROOF, hash.bytes(), JoinMessage.encode(withoutProof), more);
    }

    static boolean same(Hash expected, Hash received) {
        return MessageDigest.isEqual(expected.bytes(), received.bytes());
    }
}
