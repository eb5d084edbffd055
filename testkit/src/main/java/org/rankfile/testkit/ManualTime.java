// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves only when a test moves it. Safe from any thread.
public final class ManualTime implements InstantSource {
    private volatile Instant now;

    /// Starts at the given instant.
    public ManualTime(Instant start) {
        now = start;
    }

    /// Starts at 2026-11-23T08:00:00Z, the tests' usual morning.
    public static ManualTime atTestMorning() {
        return new ManualTime(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Moves the clock by the given duration, backwards if it is negative.
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /// Sets the clock, as a user may set a laptop's.
    public void set(Instant instant) {
        now = instant;
    }
}
