// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import org.rankfile.app.fx.Ticker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Locks after a time without a key or a click. By the wall clock, so that a laptop that slept
/// longer is locked when it wakes. Window's thread.
final class IdleLock {
    /// How often it looks.
    static final Duration LOOK = Duration.ofSeconds(1);

    /// How long before it the person is told.
    static final Duration WARNING = Duration.ofSeconds(30);

    private final InstantSource time;
    private final Supplier<Duration> limit;
    private final Runnable lock;
    private final Consumer<Long> warn;
    private Instant touched;
    private boolean on;

    /// @param limit how long one may be idle
    /// @param warn is given the seconds left, from [#WARNING] on; 0 when all is well again
    IdleLock(
            InstantSource time,
            Ticker ticker,
            Supplier<Duration> limit,
            Runnable lock,
            Consumer<Long> warn) {
        this.time = time;
        this.limit = limit;
        this.lock = lock;
        this.warn = warn;
        touched = time.instant();
        ticker.every(LOOK, this::look);
    }

    /// A home was opened.
    void start() {
        touched = time.instant();
        on = true;
    }

    /// It was closed.
    void stop() {
        on = false;
    }

    /// There was a key or a click.
    void touched() {
        touched = time.instant();
        if (on) {
            warn.accept(0L);
        }
    }

    private void look() {
        if (!on) {
            return;
        }
        Duration left = limit.get().minus(Duration.between(touched, time.instant()));
        if (left.isNegative() || left.isZero()) {
            on = false;
            lock.run();
        } else if (left.compareTo(WARNING) <= 0) {
            warn.accept(left.toSeconds());
        }
    }
}
