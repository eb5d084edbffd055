// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Background work for view models: what blocks runs elsewhere, what it leads to runs on the
/// window's thread. Methods are called on the window's thread.
public final class Tasks {
    private final Executor background;
    private final Executor window;
    private final Consumer<Throwable> bugs;

    /// Work that takes time.
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        /// Does it; may block, and should end soon when interrupted.
        T run() throws E, InterruptedException;
    }

    /// What becomes of some work; its methods run on the window's thread.
    ///
    /// @param done is given the result
    /// @param failed is given the expected exception
    public record Ends<T, E extends Exception>(Consumer<T> done, Consumer<E> failed) {}

    /// @param background runs each task on a thread of its own
    /// @param window runs tasks one after the other on the window's thread
    /// @param bugs is given what nobody expected, on the window's thread
    public Tasks(Executor background, Executor window, Consumer<Throwable> bugs) {
        this.background = background;
        this.window = window;
        this.bugs = bugs;
    }

    /// Starts work that may fail in an expected way.
    ///
    /// @param expected the type of exception that is an answer, not a bug
    public <T, E extends Exception> Running start(
            Class<E> expected, Work<T, E> work, Ends<T, E> ends) {
        Once once = new Once();
        FutureTask<Boolean> task =
                new FutureTask<>(
                        () -> {
                            T result = work.run();
                            window.execute(() -> {
                                if (!once.tell(() -> ends.done().accept(result))) {
                                    drop(result);
                                }
                            });
                            return true;
                        }) {
                    @Override
                    protected void setException(Throwable thrown) {
                        if (expected.isInstance(thrown)) {
                            E answer = expected.cast(thrown);
                            window.execute(() -> once.tell(() -> ends.failed().accept(answer)));
                        } else {
                            window.execute(() -> once.tell(() -> bugs.accept(thrown)));
                        }
                    }
                };
        background.execute(task);
        return () -> {
            once.cancel();
            task.cancel(true);
        };
    }

    /// A result that came too late: if it holds something, it is given back.
    private void drop(Object result) {
        if (result instanceof AutoCloseable late) {
            background.execute(
                    new FutureTask<>(() -> {
                        late.close();
                        return true;
                    }));
        }
    }

    /// Tells the result of a future on the window's thread.
    public <T> void then(CompletableFuture<T> future, Consumer<? super T> done) {
        then(future, done, () -> {});
    }

    /// Tells the result of a future on the window's thread.
    ///
    /// @param over runs last, whether there is a result or a bug
    public <T> void then(CompletableFuture<T> future, Consumer<? super T> done, Runnable over) {
        var _ =
                future.whenComplete((result, thrown) ->
                        window.execute(() -> {
                            try {
                                if (thrown == null) {
                                    done.accept(result);
                                } else {
                                    bugs.accept(thrown);
                                }
                            } finally {
                                over.run();
                            }
                        }));
    }

    /// Runs something on the window's thread, from any thread.
    public void onWindow(Runnable task) {
        window.execute(task);
    }

    /// Window's thread only.
    private static final class Once {
        private boolean over;

        boolean tell(Runnable what) {
            if (over) {
                return false;
            }
            over = true;
            what.run();
            return true;
        }

        void cancel() {
            over = true;
        }
    }
}
