// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;

/// Powers of one base by a table of its powers: a row for every eight bits of the exponent, so that
/// a power is one product a row and no squaring.
final class FixedBase extends Base {
    static final int MAX_EXPONENT_BITS = 256;

    private static final int WINDOW_BITS = 8;
    private static final int ENTRIES = 1 << WINDOW_BITS;

    private final BigInteger base;
    private final int rows;
    private volatile long[][][] table = {};

    FixedBase(Montgomery field, BigInteger base, int exponentBits) {
        super(field);
        this.base = base;
        rows = (exponentBits + WINDOW_BITS - 1) / WINDOW_BITS;
    }

    @Override
    long[] residue(Scalar exponent) {
        long[][][] powers = table();
        byte[] digits = exponent.value().toByteArray();
        long[] result = field.one();
        for (int row = 0; row < rows && row < digits.length; row++) {
            int digit = Byte.toUnsignedInt(digits[digits.length - 1 - row]);
            result = field.times(result, powers[row][digit]);
        }
        return result;
    }

    /// Made at the first use; two threads at once make the same twice.
    private long[][][] table() {
        long[][][] made = table;
        if (made.length == 0) {
            made = new long[rows][ENTRIES][];
            long[] unit = field.enter(base);
            for (long[][] row : made) {
                row[0] = field.one();
                for (int digit = 1; digit < ENTRIES; digit++) {
                    row[digit] = field.times(row[digit - 1], unit);
                }
                unit = field.times(row[ENTRIES - 1], unit);
            }
            table = made;
        }
        return made;
    }
}
