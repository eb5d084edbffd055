// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// A hybrid logical clock's reading: wall-clock milliseconds since 1970 and a counter. It orders
/// concurrent values only; it decides neither authority nor keys.
///
/// @param millis 0 to 2^48 - 1
/// @param counter 0 to 2^31 - 1
public record Hlc(long millis, int counter) implements Comparable<Hlc> {
    private static final long MAX_MILLIS = (1L << 48) - 1;

    public Hlc {
        if (millis < 0 || millis > MAX_MILLIS || counter < 0) {
            throw new IllegalArgumentException("a clock reading out of range");
        }
    }

    @Override
    public int compareTo(Hlc other) {
        int byMillis = Long.compare(millis, other.millis);
        return byMillis != 0 ? byMillis : Integer.compare(counter, other.counter);
    }
}
