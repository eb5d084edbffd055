// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.testkit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// An executor that runs nothing until the test says so, in the order of submission. Confined to
/// one thread.
public final class ManualExecutor implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /// How many tasks wait.
    public int pending() {
        return waiting.size();
    }

    /// Runs the oldest waiting task; false if there was none.
    public boolean runNext() {
        Runnable task = waiting.poll();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    /// Runs until nothing waits, tasks submitted meanwhile included.
    ///
    /// @param atMost a bound, so that a task that submits itself for ever fails the test
    public void runAll(int atMost) {
        for (int done = 0; runNext(); done++) {
            if (done == atMost) {
                throw new IllegalStateException("more than " + atMost + " tasks");
            }
        }
    }
}
