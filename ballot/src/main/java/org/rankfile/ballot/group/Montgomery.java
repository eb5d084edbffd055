// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/// Products modulo an odd number without dividing (Montgomery 1985; the loops are FIOS of Koç, Acar
/// and Kaliski, "Analyzing and Comparing Montgomery Multiplication Algorithms", 1996). Immutable,
/// safe from any thread.
///
/// A residue is an array of 34 digits of 61 bits, the lowest first, and stands for its value
/// divided by `R = 2²⁰⁷⁴`. It may be larger than the modulus but never twice as large, so that no
/// product has to compare. Carries wait in the three bits that a `long` has left: no column sums
/// more than five and a half times 2⁶¹. Nobody changes a residue once it is made.
///
/// No loop and no index depends on a value. What does are conversions and [#leave].
final class Montgomery {
    private static final int DIGIT_BITS = 61;

    /// A constant, since the JVM makes better code of loops whose ends it knows. Even.
    private static final int SIZE = 34;

    private static final int SPARE_BITS = Long.SIZE - DIGIT_BITS;
    private static final long MASK = (1L << DIGIT_BITS) - 1;

    private static final int MAX_BITS = 2_048;

    private final BigInteger modulus;
    private final long[] digits;
    private final long minusInverse;
    private final long[] square;
    private final long[] one;

    /// @param modulus odd, above 1, of at most 2,048 bits
    Montgomery(BigInteger modulus) {
        this.modulus = modulus;
        if (modulus.bitLength() > MAX_BITS) {
            throw new IllegalArgumentException("a modulus has at most 2048 bits");
        }
        digits = digits(modulus);
        BigInteger digit = BigInteger.ONE.shiftLeft(DIGIT_BITS);
        minusInverse = modulus.modInverse(digit).negate().mod(digit).longValue();
        BigInteger r = BigInteger.ONE.shiftLeft(SIZE * DIGIT_BITS);
        square = digits(r.multiply(r).mod(modulus));
        one = digits(r.mod(modulus));
    }

    /// The neutral residue, which [#times] knows by its identity.
    long[] one() {
        return one;
    }

    /// The residue of a number from 0 to below the modulus.
    long[] enter(BigInteger number) {
        return multiply(digits(number), square);
    }

    /// The number that a residue stands for, from 0 to below the modulus.
    BigInteger leave(long[] residue) {
        long[] plain = new long[SIZE];
        plain[0] = 1;
        BigInteger number = number(multiply(residue, plain));
        return number.compareTo(modulus) < 0 ? number : number.subtract(modulus);
    }

    /// 61 bits, which are the same for every residue of a number and others for most other numbers.
    long fingerprint(long[] residue) {
        for (int i = SIZE - 1; i >= 0; i--) {
            if (residue[i] < digits[i]) {
                return residue[0];
            }
            if (residue[i] > digits[i]) {
                break;
            }
        }
        return residue[0] - digits[0] & MASK;
    }

    /// The product; at no cost where a factor is [#one].
    @SuppressWarnings("ReferenceEquality")
    long[] times(long[] a, long[] b) {
        if (a == one) {
            return b;
        }
        return b == one ? a : multiply(a, b);
    }

    /// Adds, for each digit of `a`, its product with `b` and the multiple of the modulus that makes
    /// the lowest digit zero, which then is dropped.
    private long[] multiply(long[] a, long[] b) {
        long[] m = digits;
        long[] sum = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            long x = a[i];
            long highX = x << SPARE_BITS;
            long column = sum[0] + (x * b[0] & MASK);
            long y = column * minusInverse & MASK;
            long highY = y << SPARE_BITS;
            column += y * m[0] & MASK;
            long carry = (column >>> DIGIT_BITS) + high(highX, b[0]) + high(highY, m[0]);
            for (int j = 1; j < SIZE; j++) {
                column = sum[j] + (x * b[j] & MASK) + (y * m[j] & MASK) + carry;
                carry = (column >>> DIGIT_BITS) + high(highX, b[j]) + high(highY, m[j]);
                sum[j - 1] = column & MASK;
            }
            sum[SIZE - 1] = carry;
        }
        return sum;
    }

    /// The square; a sixth faster than the product, since each pair of digits is met once.
    long[] square(long[] a) {
        long[] sum = new long[2 * SIZE];
        for (int i = 0; i < SIZE; i++) {
            long x = a[i];
            long highX = x << SPARE_BITS;
            long column = sum[2 * i] + (x * x & MASK);
            long carry = (column >>> DIGIT_BITS) + high(highX, x);
            sum[2 * i] = column & MASK;
            for (int j = i + 1; j < SIZE; j++) {
                long twice = a[j] << 1;
                column = sum[i + j] + (x * twice & MASK) + carry;
                carry = (column >>> DIGIT_BITS) + high(highX, twice);
                sum[i + j] = column & MASK;
            }
            sum[i + SIZE] = carry;
        }
        return reduce(sum);
    }

    /// Two digits a round: one at a time would wait for each carry.
    private long[] reduce(long[] sum) {
        long[] m = digits;
        for (int i = 0; i < SIZE; i += 2) {
            long y = sum[i] * minusInverse & MASK;
            long highY = y << SPARE_BITS;
            long column = sum[i] + (y * m[0] & MASK);
            long carry = (column >>> DIGIT_BITS) + high(highY, m[0]);
            column = sum[i + 1] + (y * m[1] & MASK) + carry;
            long z = column * minusInverse & MASK;
            long highZ = z << SPARE_BITS;
            column += z * m[0] & MASK;
            carry = (column >>> DIGIT_BITS) + high(highY, m[1]) + high(highZ, m[0]);
            for (int j = 2; j < SIZE; j++) {
                column = sum[i + j] + (y * m[j] & MASK) + (z * m[j - 1] & MASK) + carry;
                carry = (column >>> DIGIT_BITS) + high(highY, m[j]) + high(highZ, m[j - 1]);
                sum[i + j] = column & MASK;
            }
            column = sum[i + SIZE] + (z * m[SIZE - 1] & MASK) + carry;
            sum[i + SIZE] = column & MASK;
            // Too large for a digit until the next round comes by.
            sum[i + SIZE + 1] += (column >>> DIGIT_BITS) + high(highZ, m[SIZE - 1]);
        }
        return Arrays.copyOfRange(sum, SIZE, 2 * SIZE);
    }

    /// What is above the lowest 61 bits of a product.
    ///
    /// @param shifted the one factor, times 2³
    private static long high(long shifted, long other) {
        return Math.unsignedMultiplyHigh(shifted, other);
    }

    private long[] digits(BigInteger number) {
        LongBuffer words = ByteBuffer.wrap(bytes(number)).asLongBuffer();
        long[] result = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            int bit = i * DIGIT_BITS;
            int at = words.limit() - 1 - bit / Long.SIZE;
            int shift = bit % Long.SIZE;
            long digit = words.get(at) >>> shift;
            if (shift > SPARE_BITS) {
                digit |= words.get(at - 1) << (Long.SIZE - shift);
            }
            result[i] = digit & MASK;
        }
        return result;
    }

    private int words() {
        return (SIZE * DIGIT_BITS + Long.SIZE - 1) / Long.SIZE;
    }

    private byte[] bytes(BigInteger number) {
        byte[] all = new byte[words() * Long.BYTES];
        byte[] some = number.toByteArray();
        int sign = some.length > all.length ? 1 : 0;
        int count = some.length - sign;
        System.arraycopy(some, sign, all, all.length - count, count);
        return all;
    }

    private BigInteger number(long[] residue) {
        byte[] bytes = new byte[words() * Long.BYTES];
        LongBuffer words = ByteBuffer.wrap(bytes).asLongBuffer();
        for (int i = 0; i < SIZE; i++) {
            int bit = i * DIGIT_BITS;
            int at = words.limit() - 1 - bit / Long.SIZE;
            int shift = bit % Long.SIZE;
            words.put(at, words.get(at) | residue[i] << shift);
            if (shift > SPARE_BITS) {
                words.put(at - 1, residue[i] >>> (Long.SIZE - shift));
            }
        }
        return new BigInteger(1, bytes);
    }
}
