// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Ids of records: 80 bits as 16 characters of base 32, without letters that look like digits.
public final class RecordIds {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BYTES = 10;
    private static final int CHARS = 16;

    private RecordIds() {}

    /// A new id.
    public static String random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    /// The id of the first 80 bits.
    public static String text(byte[] bytes) {
        BigInteger number = new BigInteger(1, Arrays.copyOf(bytes, BYTES));
        char[] text = new char[CHARS];
        for (int i = 0; i < CHARS; i++) {
            text[i] = DIGITS.charAt(number.shiftRight(5 * (CHARS - 1 - i)).intValue() & 31);
        }
        return new String(text);
    }
}
