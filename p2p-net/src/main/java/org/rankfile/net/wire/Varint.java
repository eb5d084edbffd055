// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.wire;

import java.io.ByteArrayOutputStream;

/// The multiformats unsigned varint: 7 bits per byte, least significant first, at most 9 bytes (63
/// bits), and only the shortest form.
public final class Varint {
    /// Longest form in bytes.
    public static final int MAX_BYTES = 9;

    private Varint() {}

    /// Appends the shortest form of a value that is not negative.
    public static void write(ByteArrayOutputStream out, long value) {
        if (value < 0) {
            throw new IllegalArgumentException("varints are unsigned");
        }
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /// How many bytes the shortest form takes.
    public static int size(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }

    /// The length in bytes of the varint that starts at `offset`, or 0 if `end` cuts it off.
    ///
    /// @throws Malformed if it is longer than 9 bytes or not in the shortest form
    public static int length(byte[] bytes, int offset, int end) throws Malformed {
        for (int i = 0; i < MAX_BYTES && offset + i < end; i++) {
            if (bytes[offset + i] >= 0) {
                if (i > 0 && bytes[offset + i] == 0) {
                    throw new Malformed("varint not in the shortest form");
                }
                return i + 1;
            }
        }
        if (end - offset >= MAX_BYTES) {
            throw new Malformed("varint longer than 9 bytes");
        }
        return 0;
    }

    /// The value of a varint whose length is known from [#length].
    public static long value(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 7 | (bytes[offset + i] & 0x7f);
        }
        return value;
    }
}
