// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.XWingHpke;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The public half of a device's prekey: an X-Wing encapsulation key. Immutable.
public final class PreKeyPublic {
    /// The length in bytes.
    public static final int BYTES = 1216;

    private final byte[] bytes;

    private PreKeyPublic(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The key of these bytes (copied); empty where they are no X-Wing key.
    public static Optional<PreKeyPublic> of(byte[] bytes) {
        return bytes.length == BYTES && XWingHpke.isPublicKey(bytes)
                ? Optional.of(new PreKeyPublic(bytes.clone()))
                : Optional.empty();
    }

    static PreKeyPublic taking(byte[] bytes) {
        return new PreKeyPublic(bytes);
    }

    /// A copy of the 1,216 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Seals to this key alone; the HPKE info is the label, then the context.
    public HpkeSealed seal(
            Label label, byte[] context, byte[] aad, byte[] plaintext, RandomGenerator random) {
        byte[] randomness = new byte[XWingHpke.ENCAPSULATION_RANDOM_BYTES];
        random.nextBytes(randomness);
        byte[][] sealed = XWingHpke.seal(bytes, label.before(context), aad, plaintext, randomness);
        Arrays.fill(randomness, (byte) 0);
        return new HpkeSealed(sealed[0], sealed[1]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PreKeyPublic that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PreKeyPublic";
    }
}
