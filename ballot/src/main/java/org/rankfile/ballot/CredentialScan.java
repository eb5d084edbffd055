// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import java.util.Arrays;

/// Reads `["credential","credential,weight",…]` in its one form, without making anything of it but
/// where each credential begins.
final class CredentialScan {
    private static final int WEIGHT_DIGITS = 9;

    private final byte[] bytes;
    private int[] starts = new int[16];
    private int count;
    private int at;

    CredentialScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Where the digits of each credential begin.
    ///
    /// @throws Malformed for anything that is not a list in ascending order in canonical form
    int[] starts() throws Malformed {
        expect('[', "");
        if (!skips(']')) {
            do {
                item();
            } while (skips(','));
            expect(']', "");
        }
        if (at != bytes.length) {
            throw new Malformed("", "something after the list");
        }
        return Arrays.copyOf(starts, count);
    }

    private void item() throws Malformed {
        String place = "[" + count + "]";
        if (count == Limits.CREDENTIALS) {
            throw new Malformed("", "more than " + Limits.CREDENTIALS + " items");
        }
        expect('"', place);
        int start = at;
        digits(Limits.DECIMAL_DIGITS, true, place);
        if (count > 0 && !isBefore(starts[count - 1], start)) {
            throw new Malformed(place, "not in ascending order");
        }
        if (skips(',')) {
            digits(WEIGHT_DIGITS, false, place);
        }
        expect('"', place);
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = start;
    }

    private void digits(int most, boolean zero, String place) throws Malformed {
        int from = at;
        at = endOfDigits(bytes, from);
        boolean leading = at > from && bytes[from] == '0' && (!zero || at > from + 1);
        if (at == from || at - from > most || leading) {
            throw new Malformed(place, "not a credential");
        }
    }

    private boolean isBefore(int one, int other) {
        int oneEnd = endOfDigits(bytes, one);
        int otherEnd = endOfDigits(bytes, other);
        return oneEnd - one != otherEnd - other
                ? oneEnd - one < otherEnd - other
                : Arrays.compare(bytes, one, oneEnd, bytes, other, otherEnd) < 0;
    }

    /// The place after the digits that begin at a place.
    static int endOfDigits(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            end++;
        }
        return end;
    }

    private boolean skips(char expected) {
        boolean there = at < bytes.length && bytes[at] == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char expected, String place) throws Malformed {
        if (!skips(expected)) {
            throw new Malformed(
                    place, place.isEmpty() ? "not a list in canonical form" : "not a credential");
        }
    }
}
