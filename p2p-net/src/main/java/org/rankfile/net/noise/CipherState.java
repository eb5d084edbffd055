// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Secret;

import java.util.Optional;

/// A key and a counter (Noise specification, 5.1) with ChaChaPoly. Not safe for several threads.
final class CipherState {
    private final Secret key;
    private long counter;

    CipherState(Secret key) {
        this.key = key;
    }

    byte[] encrypt(byte[] aad, byte[] plaintext) {
        return Aead.seal(key, nonce(), aad, plaintext);
    }

    Optional<byte[]> decrypt(byte[] aad, byte[] sealed) {
        return Aead.open(key, nonce(), aad, sealed);
    }

    /// 32 zero bits and the counter, little-endian (12.3). 2^64 messages are never reached.
    private byte[] nonce() {
        byte[] nonce = new byte[Aead.NONCE_BYTES];
        long rest = counter++;
        for (int i = 4; i < nonce.length; i++) {
            nonce[i] = (byte) rest;
            rest >>>= 8;
        }
        return nonce;
    }

    void close() {
        key.close();
    }
}
