// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The window's thread in a test without a window: the test's own, which runs what comes until
/// something holds.
public final class WindowQueue implements Executor {
    private static final long SECONDS = 20;

    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /// Runs what comes until this holds.
    public void until(BooleanSupplier what) throws InterruptedException {
        while (!what.getAsBoolean()) {
            Runnable next = waiting.poll(SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came for " + SECONDS + " seconds");
            }
            next.run();
        }
    }
}
