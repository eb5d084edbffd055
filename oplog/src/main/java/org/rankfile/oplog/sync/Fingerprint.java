// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.rankfile.crypto.Hash;

import java.util.Arrays;
import java.util.HexFormat;

/// The 16-byte fingerprint of a set of ids: the first half of SHA-256(sum mod 2^256, little-endian,
/// 32 bytes | count as varint), as in Negentropy V1 (SYN-12).
///
/// Equal sets have equal fingerprints in any order of arrival. Immutable.
public final class Fingerprint {

    /// Bytes of a fingerprint.
    public static final int BYTES = 16;

    private final byte[] bytes;

    private Fingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The fingerprint of the ids that were summed.
    public static Fingerprint of(RangeSum sum) {
        Hash hash = Hash.sha256Plain(sum.bytes(), bigEndianVarint(sum.count()));
        return new Fingerprint(Arrays.copyOf(hash.bytes(), BYTES));
    }

    static Fingerprint received(byte[] sixteen) {
        if (sixteen.length != BYTES) {
            throw new IllegalArgumentException("a fingerprint has 16 bytes");
        }
        return new Fingerprint(sixteen.clone());
    }

    /// The 16 bytes, a fresh array.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// 32 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Fingerprint f && Arrays.equals(bytes, f.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    /// Base 128, most significant digit first: Negentropy's own varint, used only here.
    private static byte[] bigEndianVarint(int value) {
        int digits = 1;
        for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
            digits++;
        }
        byte[] out = new byte[digits];
        for (int i = digits - 1, rest = value; i >= 0; i--, rest >>>= 7) {
            out[i] = (byte) ((rest & 0x7f) | (i == digits - 1 ? 0 : 0x80));
        }
        return out;
    }
}
