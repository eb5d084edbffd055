// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.cli.Surroundings;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a peer run until its time is over or the process is told to end (Ctrl+C, a signal), and
/// then lets it close what it has open before the process goes.
final class Stop implements Surroundings.Stay {
    private static final long GRACE_SECONDS = 10;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);

    @Override
    public void until(Optional<Duration> time) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        try {
            if (time.isEmpty()) {
                told.await();
            } else if (told.await(time.get().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        told.countDown();
        try {
            if (!finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything is closed: the process may go.
    void finished() {
        finished.countDown();
    }
}
