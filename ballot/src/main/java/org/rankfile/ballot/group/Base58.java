// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.group;

import java.math.BigInteger;
import java.util.random.RandomGenerator;

/// The letters and digits that are not mistaken for each other, in which Belenios writes secrets
/// and names of elections.
public final class Base58 {
    /// The 58 characters, in the order of their values.
    public static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /// What matches one of them, for regular expressions.
    public static final String ONE = "[" + ALPHABET + "]";

    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int DIGITS = 44;

    private Base58() {}

    /// So many characters, each drawn evenly.
    public static String draw(int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /// 32 bytes as a number in 44 digits, the highest first.
    public static String text(byte[] bytes) {
        char[] digits = new char[DIGITS];
        BigInteger rest = new BigInteger(1, bytes);
        for (int i = DIGITS - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = ALPHABET.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }
}
