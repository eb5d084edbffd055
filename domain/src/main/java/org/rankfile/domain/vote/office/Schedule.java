// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.notice.Times;
import org.rankfile.domain.Limits;

import java.util.random.RandomGenerator;

/// When what is due while there is voting: the time is divided into windows. In each, every device
/// hands one cell to a witness; when it is over, witnesses put the ballots of its cells into the
/// box; half a window later they sign for what is there. So neither shows who brought a ballot. In
/// the last quarter there is no time for that, and everything is done at once.
///
/// All times are in seconds since 1970.
record Schedule(Times times) {
    private static final int HURRIED = 2;

    /// How long a window is, in milliseconds.
    long windowMillis() {
        return Math.max(1, (times.closes() - times.opens()) * 1000 / Limits.CELLS);
    }

    boolean isVoting(long millis) {
        return millis >= times.opens() * 1000 && millis < (times.closes() + 1) * 1000;
    }

    boolean isOver(long millis) {
        return millis >= (times.closes() + 1) * 1000;
    }

    /// In which window it is, from 0; the last one where voting is over.
    int window(long millis) {
        long since = Math.max(0, millis - times.opens() * 1000);
        return (int) Math.min(Limits.CELLS - 1L, since / windowMillis());
    }

    /// When a window begins, in milliseconds.
    long begins(int window) {
        return times.opens() * 1000 + window * windowMillis();
    }

    boolean isHurried(int window) {
        return window >= Limits.CELLS - HURRIED;
    }

    /// When a device hands over its cell, in milliseconds: anywhere in the first three quarters.
    long moment(int window, RandomGenerator random) {
        return begins(window) + random.nextLong(Math.max(1, windowMillis() * 3 / 4));
    }

    /// When the ballots of a window's cells go into the box.
    long publishes(int window) {
        return isHurried(window) ? begins(window) : begins(window + 1);
    }

    /// The last moment, not after the given one, at which witnesses sign for what is there; before
    /// the first the smallest number.
    long lastSigning(long millis) {
        int window = window(millis);
        if (isHurried(window)) {
            return millis;
        }
        long half = begins(window) + windowMillis() / 2;
        if (millis >= half) {
            return half;
        }
        return window == 0 ? Long.MIN_VALUE : half - windowMillis();
    }

    /// The next moment at which something may be due, in milliseconds.
    long next(long millis) {
        long[] moments = {
            times.opens() * 1000,
            isVoting(millis) ? begins(window(millis)) + windowMillis() / 2 : 0,
            isVoting(millis) ? begins(window(millis)) + windowMillis() : 0,
            (times.closes() + 1) * 1000,
            times.settles() * 1000
        };
        long next = Long.MAX_VALUE;
        for (long moment : moments) {
            next = moment > millis ? Math.min(next, moment) : next;
        }
        return next;
    }
}
