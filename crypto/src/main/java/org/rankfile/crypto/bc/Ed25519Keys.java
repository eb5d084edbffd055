// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519 as Bouncy Castle computes it, which is eight times as fast as the JDK's.
public final class Ed25519Keys {
    private Ed25519Keys() {}

    /// The public key of a 32-byte seed.
    public static byte[] publicKey(byte[] seed) {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }

    /// The signature of the message.
    public static byte[] sign(byte[] seed, byte[] publicKey, byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }
}
