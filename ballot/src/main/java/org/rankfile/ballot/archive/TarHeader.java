// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The block before each record: a header of tar as it was before POSIX, without magic, of which
/// everything but these three is fixed.
///
/// @param name of the record
/// @param size in bytes
/// @param time in seconds since 1970, the same in the whole archive
record TarHeader(String name, long size, long time) {
    /// The length of a header; records are filled up with zeros to a multiple.
    static final int BLOCK = 512;

    /// What fits into eleven octal digits.
    static final long MAX_TIME = (1L << 33) - 1;

    private static final int NAME_BYTES = 100;
    private static final int NUMBER_DIGITS = 11;
    private static final int SIZE_AT = 124;
    private static final int TIME_AT = 136;
    private static final int SUM_AT = 148;
    private static final int SUM_BYTES = 8;

    byte[] bytes() {
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, NAME_BYTES, "0000644");
        put(block, 108, "0000000");
        put(block, 116, "0000000");
        put(block, SIZE_AT, "%011o".formatted(size));
        put(block, TIME_AT, "%011o".formatted(time));
        put(block, 156, "0");
        int sum = SUM_BYTES * ' ';
        for (byte each : block) {
            sum += Byte.toUnsignedInt(each);
        }
        put(block, SUM_AT, "%06o\0 ".formatted(sum));
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(ascii, 0, block, at, ascii.length);
    }

    /// The zeros after a record of this size.
    static int padding(long size) {
        return (int) (-size & (BLOCK - 1));
    }

    /// Reads a header.
    ///
    /// @throws Malformed where it is not exactly as it would be written, or the record too large
    static TarHeader read(byte[] block, String place) throws Malformed {
        int end = 0;
        while (end < NAME_BYTES && block[end] != 0) {
            end++;
        }
        String name = new String(block, 0, end, StandardCharsets.US_ASCII);
        TarHeader header =
                new TarHeader(name, number(block, SIZE_AT, place), number(block, TIME_AT, place));
        if (!Arrays.equals(header.bytes(), block)) {
            throw new Malformed(place, "not a header of tar in the form that Belenios writes");
        }
        if (header.size > Limits.JSON_BYTES) {
            throw new Malformed(place, "a record larger than " + Limits.JSON_BYTES + " bytes");
        }
        return header;
    }

    private static long number(byte[] block, int at, String place) throws Malformed {
        long number = 0;
        for (int i = at; i < at + NUMBER_DIGITS; i++) {
            if (block[i] < '0' || block[i] > '7') {
                throw new Malformed(place, "not a header of tar");
            }
            number = number * 8 + (block[i] - '0');
        }
        return number;
    }
}
