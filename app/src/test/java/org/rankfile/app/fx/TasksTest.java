// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.ManualExecutor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Work in the background and what it leads to, one step at a time.
class TasksTest {
    private final ManualExecutor background = new ManualExecutor();
    private final ManualExecutor window = new ManualExecutor();
    private final List<String> told = new ArrayList<>();
    private final Tasks tasks = new Tasks(background, window, bug -> told.add("bug " + bug));

    private Running start(Tasks.Work<String, IOException> work) {
        return tasks.start(
                IOException.class,
                work,
                new Tasks.Ends<>(told::add, failed -> told.add("failed " + failed.getMessage())));
    }

    private void runAll() {
        background.runAll(10);
        window.runAll(10);
    }

    @Test
    void theResultIsToldOnTheWindowsThread() {
        start(() -> "done");
        background.runAll(10);
        assertThat(told).isEmpty();
        window.runAll(10);
        assertThat(told).containsExactly("done");
    }

    @Test
    void anExpectedFailureIsAnAnswerAndAnotherOneIsABug() {
        start(() -> {
            throw new IOException("full");
        });
        start(() -> {
            throw new IllegalStateException("oh");
        });
        runAll();
        assertThat(told).containsExactly("failed full", "bug java.lang.IllegalStateException: oh");
    }

    @Test
    void nothingIsToldAfterItWasCancelled() {
        Running early = start(() -> "early");
        early.cancel();
        runAll();
        Running late = start(() -> "late");
        background.runAll(10);
        late.cancel();
        window.runAll(10);
        assertThat(told).isEmpty();
    }

    @Test
    void aResultThatComesTooLateIsGivenBack() {
        Running late =
                tasks.start(
                        IOException.class,
                        () -> (AutoCloseable) () -> told.add("closed"),
                        new Tasks.Ends<>(home -> told.add("kept"), failed -> {}));
        background.runAll(10);
        late.cancel();
        window.runAll(10);
        background.runAll(10);
        assertThat(told).containsExactly("closed");
    }
}
