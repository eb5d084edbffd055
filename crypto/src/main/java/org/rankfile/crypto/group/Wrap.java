// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.group;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.HpkeSealed;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Secret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// An epoch's keys, sealed to one device: `hint:8 | enc:1120 | ct:112` (KEY-2).
public final class Wrap {
    private static final int HINT_BYTES = 8;
    private static final int CT_BYTES = EpochKeys.BYTES + Aead.TAG_BYTES;

    /// The length of a wrap in bytes.
    public static final int BYTES = HINT_BYTES + HpkeSealed.ENC_BYTES + CT_BYTES;

    private static final Label WRAP = new Label("rankfile/epoch-wrap/1");
    private static final Label HINT = new Label("rankfile/epoch-hint/1");

    private Wrap() {}

    /// Seals the keys to a device.
    ///
    /// @param context what the wrap is bound to: the circle's tag and the mint's salt
    public static byte[] seal(
            EpochKeys keys, PreKeyPublic device, byte[] context, RandomGenerator random) {
        byte[] plain = keys.bytes().expose();
        HpkeSealed sealed = device.seal(WRAP, context, new byte[0], plain, random);
        Arrays.fill(plain, (byte) 0);
        return ByteBuffer.allocate(BYTES)
                .put(hint(device, context))
                .put(sealed.enc())
                .put(sealed.ct())
                .array();
    }

    /// The keys, from the one of the wraps that is for this device; empty where there is none or it
    /// does not open.
    ///
    /// @param wraps wraps one after the other
    public static Optional<EpochKeys> open(byte[] wraps, PreKey device, byte[] context) {
        byte[] hint = hint(device.publicKey(), context);
        for (int at = 0; at + BYTES <= wraps.length; at += BYTES) {
            if (!Arrays.equals(wraps, at, at + HINT_BYTES, hint, 0, HINT_BYTES)) {
                continue;
            }
            int encEnd = at + HINT_BYTES + HpkeSealed.ENC_BYTES;
            byte[] enc = Arrays.copyOfRange(wraps, at + HINT_BYTES, encEnd);
            byte[] ct = Arrays.copyOfRange(wraps, encEnd, at + BYTES);
            Optional<byte[]> plain = device.open(WRAP, context, new byte[0], enc, ct);
            if (plain.isPresent()) {
                try (Secret bytes = Secret.copyOf(plain.get())) {
                    Arrays.fill(plain.get(), (byte) 0);
                    return EpochKeys.of(bytes);
                }
            }
        }
        return Optional.empty();
    }

    /// Lets a device find its wrap. Whoever knows the device's prekey can tell that it is among the
    /// audience of this mint; nobody can link two mints without it.
    private static byte[] hint(PreKeyPublic device, byte[] context) {
        byte[] hash = Hash.sha256(HINT, context, device.bytes()).bytes();
        return Arrays.copyOf(hash, HINT_BYTES);
    }
}
