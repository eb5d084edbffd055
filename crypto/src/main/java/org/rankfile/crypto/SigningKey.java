// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.Ed25519Keys;

import java.util.random.RandomGenerator;

/// An Ed25519 signing key (RFC 8032). Safe from any thread.
public final class SigningKey implements Signer, AutoCloseable {
    /// The length of a seed in bytes.
    public static final int SEED_BYTES = 32;

    private final Secret seed;
    private final VerifyKey verifyKey;

    private SigningKey(Secret seed) {
        this.seed = seed;
        verifyKey = VerifyKey.of(Ed25519Keys.publicKey(seed.view())).orElseThrow();
    }

    /// A fresh key.
    public static SigningKey generate(RandomGenerator random) {
        return new SigningKey(Secret.random(SEED_BYTES, random));
    }

    /// The key of a 32-byte seed (copied).
    public static SigningKey fromSeed(Secret seed) {
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        return new SigningKey(seed.slice(0, SEED_BYTES));
    }

    /// The seed, for sealing into a store.
    public Secret seed() {
        return seed.slice(0, SEED_BYTES);
    }

    /// The public half.
    public VerifyKey verifyKey() {
        return verifyKey;
    }

    @Override
    public Signature sign(Label label, byte[]... parts) {
        return signForeign(label.before(parts));
    }

    /// Signs a message of a protocol that is not ours and has its own separation of domains.
    public Signature signForeign(byte[] message) {
        return Signature.taking(Ed25519Keys.sign(seed.view(), verifyKey.view(), message));
    }

    /// Wipes the seed.
    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
