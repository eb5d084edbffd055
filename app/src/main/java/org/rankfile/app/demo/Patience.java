// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what other processes do, and never for ever. Any thread.
final class Patience {
    /// The longest that one wait takes: a laptop that is busy with other things passes too.
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final Machinery machinery;

    Patience(Machinery machinery) {
        this.machinery = machinery;
    }

    /// Looks again and again.
    @FunctionalInterface
    interface Look<T> {
        /// What is waited for; empty if it is not there yet.
        Optional<T> look() throws DemoFailed;
    }

    /// Waits until a look finds something.
    ///
    /// @param what what is waited for, for the message
    <T> T until(String what, Look<T> look) throws DemoFailed {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<T> found = look.look();
        while (found.isEmpty()) {
            DemoFailed.unless(System.nanoTime() - end < 0, "waited in vain for " + what);
            pause(BETWEEN_LOOKS);
            found = look.look();
        }
        return found.get();
    }

    /// Does something that may block, on a thread of its own.
    <T> T within(Duration longest, String what, Callable<T> work) throws DemoFailed {
        Future<T> running = machinery.io().submit(work);
        try {
            return running.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DemoFailed("waited in vain for " + what, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoFailed failed
                    ? failed
                    : new DemoFailed(what + " failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            running.cancel(true);
        }
    }

    /// Does several things at once, each on a thread of its own, and waits for all of them.
    void together(List<Callable<Void>> works) throws DemoFailed {
        List<Future<Void>> running = works.stream().map(machinery.io()::submit).toList();
        try {
            for (Future<Void> each : running) {
                // Every work waits within bounds of its own.
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoFailed failed
                    ? failed
                    : new DemoFailed("failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            running.forEach(each -> each.cancel(true));
        }
    }

    void pause(Duration time) throws DemoFailed {
        try {
            machinery.pause().time(time);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static DemoFailed interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DemoFailed("interrupted", e);
    }
}
