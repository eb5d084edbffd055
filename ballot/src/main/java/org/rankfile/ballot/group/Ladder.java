// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;
import java.util.Arrays;

/// A few powers of one base, which share their squarings: the base to every power of two is kept,
/// and a power is a product of some of them (Yao, "On the Evaluation of Powers", 1976; Knuth, "The
/// Art of Computer Programming", 4.6.3, exercise 9). With an exponent of 256 bits 70 kB.
final class Ladder extends Base {
    private static final int WINDOW_BITS = 4;
    private static final int ODD_DIGITS = 1 << (WINDOW_BITS - 1);

    private final long[][] squares;

    /// @param exponentBits no exponent has more
    Ladder(Montgomery field, BigInteger base, int exponentBits) {
        super(field);
        squares = new long[exponentBits][];
        squares[0] = field.enter(base);
        for (int i = 1; i < exponentBits; i++) {
            squares[i] = field.square(squares[i - 1]);
        }
    }

    @Override
    long[] residue(Scalar exponent) {
        return residue(exponent.value());
    }

    /// Sorts the base's powers by the odd digit they are to be raised to.
    long[] residue(BigInteger exponent) {
        long[][] byDigit = new long[ODD_DIGITS][];
        Arrays.fill(byDigit, field.one());
        int bit = exponent.getLowestSetBit();
        while (bit >= 0 && bit < squares.length) {
            if (exponent.testBit(bit)) {
                int half = 0;
                for (int i = 1; i < WINDOW_BITS; i++) {
                    half |= exponent.testBit(bit + i) ? 1 << (i - 1) : 0;
                }
                byDigit[half] = field.times(byDigit[half], squares[bit]);
                bit += WINDOW_BITS;
            } else {
                bit++;
            }
        }
        return raised(byDigit);
    }

    /// The product of all, each to its odd digit `2i + 1`: the product of all to their `i`,
    /// squared, times the product of all.
    private long[] raised(long[][] byDigit) {
        long[] above = field.one();
        long[] halves = field.one();
        for (int i = ODD_DIGITS - 1; i > 0; i--) {
            above = field.times(above, byDigit[i]);
            halves = field.times(halves, above);
        }
        long[] all = field.times(above, byDigit[0]);
        return field.times(field.square(halves), all);
    }
}
