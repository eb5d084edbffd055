// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import java.util.Arrays;

/// Times of the same work, in nanoseconds: the first is the warm-up, the rest are measured.
final class Series {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos;
    private int count;

    /// @param runs how many are measured after the warm-up
    Series(int runs) {
        nanos = new long[runs + 1];
    }

    void add(long each) {
        nanos[count++] = each;
    }

    double warmUpMillis() {
        return nanos[0] / NANOS_PER_MILLI;
    }

    double medianMillis() {
        long[] sorted = Arrays.copyOfRange(nanos, 1, count);
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted[half] / NANOS_PER_MILLI;
    }
}
