// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The processes that the demo has started. None outlives it. Any thread.
final class Children implements AutoCloseable {
    private static final long END_SECONDS = 10;

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// Starts a process whose output goes to a file.
    Process start(ProcessBuilder builder, Path output) throws DemoFailed {
        try {
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
            Process process = builder.start();
            running.add(process);
            process.getOutputStream().close();
            if (closed) {
                close();
            }
            return process;
        } catch (IOException e) {
            throw new DemoFailed("a process of this program could not be started", e);
        }
    }

    /// Ends a process at once, as when the power goes (kill -9).
    void kill(Process process) throws DemoFailed {
        process.destroyForcibly();
        awaitEnd(process);
    }

    /// Tells a process to end and waits until it has closed what it had open.
    void stop(Process process) throws DemoFailed {
        process.destroy();
        awaitEnd(process);
    }

    private void awaitEnd(Process process) throws DemoFailed {
        try {
            DemoFailed.unless(
                    process.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS),
                    "a process does not end");
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
        running.remove(process);
    }

    /// Kills whatever still runs, and waits a while for its end.
    @Override
    public void close() {
        closed = true;
        running.forEach(Process::destroyForcibly);
        for (Process process : running) {
            try {
                if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
