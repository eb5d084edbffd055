// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Runs tasks one after the other on another executor, in the order given. Safe from any thread.
final class Serial implements Executor {
    private final Executor on;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    Serial(Executor on) {
        this.on = on;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        on.execute(this::drain);
    }

    private void drain() {
        Runnable next = next();
        while (next != null) {
            try {
                next.run();
            } finally {
                next = next();
            }
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            Runnable next = waiting.poll();
            running = next != null;
            return next;
        }
    }
}
