// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;

/// Powers of one base by a table of its powers: a row for every eight bits of the exponent, so that
/// a power is one product a row and no squaring.
final class FixedBase {
    static final int MAX_EXPONENT_BITS = 256;

    private static final int WINDOW_BITS = 8;
    private static final int ENTRIES = 1 << WINDOW_BITS;

    private final BigInteger base;
    private final BigInteger modulus;
    private final int rows;
    private volatile BigInteger[][] table = {};

    FixedBase(BigInteger base, BigInteger modulus, int exponentBits) {
        this.base = base;
        this.modulus = modulus;
        rows = (exponentBits + WINDOW_BITS - 1) / WINDOW_BITS;
    }

    /// @param exponent from 0 to what the bits of the constructor can hold
    BigInteger power(BigInteger exponent) {
        BigInteger[][] powers = table();
        byte[] digits = exponent.toByteArray();
        BigInteger result = BigInteger.ONE;
        for (int row = 0; row < rows && row < digits.length; row++) {
            int digit = Byte.toUnsignedInt(digits[digits.length - 1 - row]);
            if (digit != 0) {
                result = result.multiply(powers[row][digit]).mod(modulus);
            }
        }
        return result;
    }

    /// Made at the first use; two threads at once make the same twice.
    private BigInteger[][] table() {
        BigInteger[][] made = table;
        if (made.length == 0) {
            made = new BigInteger[rows][ENTRIES];
            BigInteger unit = base;
            for (BigInteger[] row : made) {
                row[0] = BigInteger.ONE;
                for (int digit = 1; digit < ENTRIES; digit++) {
                    row[digit] = row[digit - 1].multiply(unit).mod(modulus);
                }
                unit = row[ENTRIES - 1].multiply(unit).mod(modulus);
            }
            table = made;
        }
        return made;
    }
}
