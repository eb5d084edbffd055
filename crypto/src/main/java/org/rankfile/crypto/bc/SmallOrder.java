// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto.bc;

import java.util.Arrays;
import java.util.HexFormat;

/// The eight points of edwards25519 whose order divides the cofactor.
final class SmallOrder {
    private static final int SIGN = 0x80;

    /// Their canonical encodings without the sign of x.
    private static final byte[][] POINTS = {
        hex("0100000000000000000000000000000000000000000000000000000000000000"),
        hex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        hex("0000000000000000000000000000000000000000000000000000000000000000"),
        hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
        hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")
    };

    private SmallOrder() {}

    /// Whether 32 bytes encode one of them, with either sign.
    static boolean contains(byte[] encoded) {
        byte[] unsigned = encoded.clone();
        unsigned[unsigned.length - 1] &= (byte) ~SIGN;
        return Arrays.stream(POINTS).anyMatch(point -> Arrays.equals(point, unsigned));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
