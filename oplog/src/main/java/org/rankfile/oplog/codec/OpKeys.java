// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.OpId;

import java.security.MessageDigest;

/// The keys of one op, from its plane's secret and its salt (OP-6).
record OpKeys(Secret headKey, byte[] headNonce, Secret bodyKey, byte[] bodyNonce, byte[] commit)
        implements AutoCloseable {
    private static final Label OP_KEY = new Label("rankfile/op-key/1");
    private static final int PAIR = Aead.KEY_BYTES + Aead.NONCE_BYTES;
    private static final int BYTES = 2 * PAIR + Hash.BYTES;

    static OpKeys derive(Secret planeSecret, byte[] salt, OpId circle) {
        byte[] context = circle.hash().bytes();
        try (Secret all = Kdf.hkdfSha256(planeSecret, salt, OP_KEY, context, BYTES)) {
            return new OpKeys(
                    all.slice(0, Aead.KEY_BYTES),
                    all.slice(Aead.KEY_BYTES, PAIR).expose(),
                    all.slice(PAIR, PAIR + Aead.KEY_BYTES),
                    all.slice(PAIR + Aead.KEY_BYTES, 2 * PAIR).expose(),
                    all.slice(2 * PAIR, BYTES).expose());
        }
    }

    /// Whether these are the keys that the op was sealed with; in constant time.
    boolean made(byte[] otherCommit) {
        return MessageDigest.isEqual(commit, otherCommit);
    }

    @Override
    public void close() {
        headKey.close();
        bodyKey.close();
    }
}
