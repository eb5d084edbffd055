// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Json;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Runs the steps of the demo one after the other, says so, and measures them.
final class Steps {
    private final Consumer<String> progress;
    private final long start = System.nanoTime();
    private final ObjectNode measures = Json.object();

    /// @param progress is given a line for a person when a step is over
    Steps(Consumer<String> progress) {
        this.progress = progress;
    }

    /// A step.
    @FunctionalInterface
    interface Step {
        /// Does it.
        ///
        /// @return what came of it, in a few words for a person; may be empty
        String run() throws DemoFailed, IOException;
    }

    /// Does a step.
    ///
    /// @param key its name among the measures
    /// @param title what it is, for a person
    void step(String key, String title, Step step) throws DemoFailed {
        long began = System.nanoTime();
        try {
            String result = step.run();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            measures.put(key + "Millis", millis);
            progress.accept(
                    "✓ "
                            + seconds(millis)
                            + "  "
                            + title
                            + (result.isEmpty() ? "" : ": " + result));
        } catch (DemoFailed failed) {
            progress.accept("✗          " + title);
            throw new DemoFailed(title + ": " + failed.getMessage(), failed);
        } catch (IOException failed) {
            progress.accept("✗          " + title);
            throw new DemoFailed(title + ": " + failed, failed);
        }
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%6.2f s", millis / 1000.0);
    }

    /// Notes down a figure that is no time.
    void measure(String key, long value) {
        measures.put(key, value);
    }

    /// All figures.
    ObjectNode measures() {
        return measures;
    }

    /// The time since the first step began.
    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
