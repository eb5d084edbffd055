// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.X25519Keys;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// An X25519 private key (RFC 7748). Safe from any thread.
public final class DhKey implements AutoCloseable {
    private static final int SEED_BYTES = 32;

    private final Secret seed;
    private final DhPublic publicKey;

    private DhKey(Secret seed) {
        this.seed = seed;
        publicKey = DhPublic.of(X25519Keys.publicKey(seed.view()));
    }

    /// A fresh key.
    public static DhKey generate(RandomGenerator random) {
        return new DhKey(Secret.random(SEED_BYTES, random));
    }

    /// The key of 32 bytes (copied).
    public static DhKey fromSeed(Secret seed) {
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        return new DhKey(seed.slice(0, SEED_BYTES));
    }

    /// The public half.
    public DhPublic publicKey() {
        return publicKey;
    }

    /// The shared secret; empty where it is all zero, as a public key of small order makes it.
    public Optional<Secret> agree(DhPublic other) {
        return X25519Keys.agree(seed.view(), other.view()).map(Secret::taking);
    }

    /// Wipes the private key.
    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "DhKey";
    }
}
