// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import org.bouncycastle.math.ec.rfc7748.X25519;

import java.util.Optional;

/// X25519 as Bouncy Castle computes it.
public final class X25519Keys {
    private X25519Keys() {}

    /// The public key of a private one.
    public static byte[] publicKey(byte[] privateKey) {
        byte[] key = new byte[X25519.POINT_SIZE];
        X25519.scalarMultBase(privateKey, 0, key, 0);
        return key;
    }

    /// The shared secret; empty where it is all zero.
    public static Optional<byte[]> agree(byte[] privateKey, byte[] publicKey) {
        byte[] shared = new byte[X25519.POINT_SIZE];
        return X25519.calculateAgreement(privateKey, 0, publicKey, 0, shared, 0)
                ? Optional.of(shared)
                : Optional.empty();
    }
}
