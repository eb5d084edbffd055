// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Timers whose time passes only when a test lets it.
final class ManualTimers implements Timers {
    private final List<Task> tasks = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Task(Duration due, Runnable run) {}

    @Override
    public synchronized Pin after(Duration delay, Runnable run) {
        Task task = new Task(now.plus(delay), run);
        tasks.add(task);
        notifyAll();
        return () -> remove(task);
    }

    private synchronized void remove(Task task) {
        tasks.remove(task);
        notifyAll();
    }

    /// Waits until there is a task that is due after exactly this time.
    synchronized void await(Duration delay) throws InterruptedException {
        while (tasks.stream().noneMatch(task -> task.due.equals(now.plus(delay)))) {
            wait();
        }
    }

    /// Lets time pass and runs what has become due.
    void advance(Duration by) {
        Optional<Task> next = due(by);
        while (next.isPresent()) {
            next.get().run.run();
            next = due(Duration.ZERO);
        }
    }

    private synchronized Optional<Task> due(Duration by) {
        now = now.plus(by);
        Optional<Task> next =
                tasks.stream()
                        .filter(task -> task.due.compareTo(now) <= 0)
                        .min(Comparator.comparing(Task::due));
        next.ifPresent(tasks::remove);
        return next;
    }
}
