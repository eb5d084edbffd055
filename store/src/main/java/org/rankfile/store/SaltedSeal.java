// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Seals one value under one use of a secret: `salt:32 | ciphertext`, bound to label and name
/// (ST-9). The salt gives each sealing a key and nonce of its own.
///
/// @param secret 32 bytes; not closed here
record SaltedSeal(Secret secret, Label label, String name) {
    /// How much longer a sealed value is.
    static final int OVERHEAD_BYTES = 32 + Aead.TAG_BYTES;

    private static final int SALT_BYTES = 32;

    byte[] seal(byte[] plain, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try (Secret derived = derived(salt);
                Secret key = derived.slice(0, Aead.KEY_BYTES)) {
            byte[] sealed = Aead.seal(key, nonce(derived), new byte[0], plain);
            byte[] cell = Arrays.copyOf(salt, salt.length + sealed.length);
            System.arraycopy(sealed, 0, cell, salt.length, sealed.length);
            return cell;
        }
    }

    /// The value; empty for anything but what was sealed here. The caller wipes it.
    Optional<byte[]> open(byte[] cell) {
        if (cell.length < OVERHEAD_BYTES) {
            return Optional.empty();
        }
        byte[] sealed = Arrays.copyOfRange(cell, SALT_BYTES, cell.length);
        try (Secret derived = derived(Arrays.copyOf(cell, SALT_BYTES));
                Secret key = derived.slice(0, Aead.KEY_BYTES)) {
            return Aead.open(key, nonce(derived), new byte[0], sealed);
        }
    }

    private Secret derived(byte[] salt) {
        byte[] context = name.getBytes(StandardCharsets.US_ASCII);
        return Kdf.hkdfSha256(secret, salt, label, context, Aead.KEY_BYTES + Aead.NONCE_BYTES);
    }

    private static byte[] nonce(Secret derived) {
        try (Secret nonce = derived.slice(Aead.KEY_BYTES, derived.length())) {
            return nonce.expose();
        }
    }
}
