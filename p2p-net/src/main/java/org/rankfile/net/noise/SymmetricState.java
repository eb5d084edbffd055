// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Chaining key and handshake hash (Noise specification, 5.2) with SHA-256. Not safe for several
/// threads.
final class SymmetricState {
    private Secret chainingKey;
    private byte[] hash;
    private @Nullable CipherState cipher;

    /// Starts with a protocol name of at most 32 bytes.
    SymmetricState(String protocolName) {
        hash = Arrays.copyOf(protocolName.getBytes(StandardCharsets.US_ASCII), 32);
        chainingKey = Secret.copyOf(hash);
    }

    void mixHash(byte[] data) {
        hash = Hash.sha256Plain(hash, data).bytes();
    }

    /// Takes over and wipes the input.
    void mixKey(Secret input) {
        try (Secret old = chainingKey;
                Secret both = Kdf.hkdfPlain(input, old.expose(), new byte[0], 64)) {
            chainingKey = both.slice(0, 32);
            replaceCipher(new CipherState(both.slice(32, 64)));
        } finally {
            input.close();
        }
    }

    byte[] encryptAndHash(byte[] plaintext) {
        byte[] sealed = cipher == null ? plaintext : cipher.encrypt(hash, plaintext);
        mixHash(sealed);
        return sealed;
    }

    Optional<byte[]> decryptAndHash(byte[] sealed) {
        Optional<byte[]> plaintext =
                cipher == null ? Optional.of(sealed) : cipher.decrypt(hash, sealed);
        mixHash(sealed);
        return plaintext;
    }

    /// The two transport keys: the initiator's direction, then the responder's.
    CipherState[] split() {
        try (Secret old = chainingKey;
                Secret both =
                        Kdf.hkdfPlain(Secret.copyOf(new byte[0]), old.expose(), new byte[0], 64)) {
            replaceCipher(null);
            return new CipherState[] {
                new CipherState(both.slice(0, 32)), new CipherState(both.slice(32, 64))
            };
        }
    }

    /// How many bytes a sealed text is longer now.
    int tagBytes() {
        return cipher == null ? 0 : 16;
    }

    byte[] hash() {
        return hash.clone();
    }

    private void replaceCipher(@Nullable CipherState next) {
        if (cipher != null) {
            cipher.close();
        }
        cipher = next;
    }

    void close() {
        chainingKey.close();
        replaceCipher(null);
    }
}
