// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Limits;

import java.time.InstantSource;

/// A hybrid logical clock: never behind what was seen, never dragged far ahead by others. Engine
/// thread only.
final class HybridClock {
    private final InstantSource time;
    private Hlc last = new Hlc(0, 0);

    HybridClock(InstantSource time) {
        this.time = time;
    }

    /// A reading later than every one before.
    Hlc next() {
        long now = Math.max(0, time.millis());
        last =
                now > last.millis()
                        ? new Hlc(now, 0)
                        : new Hlc(last.millis(), Math.addExact(last.counter(), 1));
        return last;
    }

    /// The time as it is, which leaves no trace in what we write next.
    Hlc now() {
        return new Hlc(Math.max(time.millis(), last.millis()), 0);
    }

    /// Learns another's reading, unless it is more than [Limits#CLOCK_AHEAD_MILLIS] ahead of ours:
    /// a clock in the year 9999 must not drag everybody there.
    void saw(Hlc other) {
        boolean sane =
                other.millis() <= time.millis() + Limits.CLOCK_AHEAD_MILLIS
                        && other.counter() < Limits.CLOCK_COUNTER;
        if (sane && other.compareTo(last) > 0) {
            last = other;
        }
    }
}
