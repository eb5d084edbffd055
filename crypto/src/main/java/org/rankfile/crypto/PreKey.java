// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.XWingHpke;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// The private half of a device's prekey: HPKE base mode (RFC 9180) with X-Wing (KEM 0x647a),
/// HKDF-SHA-256 (0x0001) and ChaCha20-Poly1305 (0x0003). Safe from any thread.
public final class PreKey implements AutoCloseable {
    /// The length of a seed, which is the X-Wing decapsulation key, in bytes.
    public static final int SEED_BYTES = 32;

    private final Secret seed;
    private final PreKeyPublic publicKey;

    private PreKey(Secret seed) {
        this.seed = seed;
        publicKey = PreKeyPublic.taking(XWingHpke.publicKey(seed.view()));
    }

    /// A fresh key.
    public static PreKey generate(RandomGenerator random) {
        return new PreKey(Secret.random(SEED_BYTES, random));
    }

    /// The key of a 32-byte seed (copied).
    public static PreKey fromSeed(Secret seed) {
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        return new PreKey(seed.slice(0, SEED_BYTES));
    }

    /// The seed, for sealing into a store.
    public Secret seed() {
        return seed.slice(0, SEED_BYTES);
    }

    /// The public half.
    public PreKeyPublic publicKey() {
        return publicKey;
    }

    /// Opens what was sealed to this key under the same label, context and aad; empty otherwise.
    public Optional<byte[]> open(Label label, byte[] context, byte[] aad, HpkeSealed sealed) {
        return XWingHpke.open(seed.view(), label.before(context), aad, sealed.enc(), sealed.ct());
    }

    /// As above, with the two halves apart.
    public Optional<byte[]> open(Label label, byte[] context, byte[] aad, byte[] enc, byte[] ct) {
        return open(label, context, aad, new HpkeSealed(enc, ct));
    }

    /// Wipes the seed.
    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "PreKey";
    }
}
