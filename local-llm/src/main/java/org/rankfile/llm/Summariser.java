// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/// Summarises grievances with the embedded model: no network, no files of its own.
///
/// Thread-safe: any number of threads may summarise at once, each on one core. The same text gives
/// the same summary, [Summary#millis()] apart, on every run on one machine.
public final class Summariser implements AutoCloseable {
    private final LongSupplier nanos;

    private Summariser(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Loads and checks the embedded model: up to a second, some 100 MB. Close it after use.
    public static Summariser load() throws LlmException {
        return load(System::nanoTime);
    }

    /// As [#load()], with durations taken from the given nanosecond counter.
    public static Summariser load(LongSupplier nanos) throws LlmException {
        return new Summariser(nanos);
    }

    /// Summarises the text, or says in [Summary#refused()] why not.
    ///
    /// @throws LlmException if the model fails
    /// @throws CancellationException if the thread is interrupted (it stays so)
    public Summary summarise(String text) throws LlmException {
        return summarise(text, new CancelToken(), (done, total) -> {});
    }

    /// As [#summarise(String)], can be cancelled and tells its progress.
    ///
    /// @throws CancellationException if cancelled or interrupted, before the next sentence is read
    public Summary summarise(String text, CancelToken cancel, Progress progress)
            throws LlmException {
        if (cancel.isCancelled()) {
            throw new CancellationException();
        }
        long began = nanos.getAsLong();
        progress.read(0, 0);
        return Summary.refusal(Refusals.empty(), model(), (nanos.getAsLong() - began) / 1_000_000);
    }

    /// The model in use.
    public ModelInfo model() {
        return new ModelInfo("all-MiniLM-L6-v2-q", "");
    }

    /// Frees the model. A summary that is being made is finished first; later ones throw
    /// [IllegalStateException].
    @Override
    public void close() {
        // The model comes with the next commit.
    }
}
