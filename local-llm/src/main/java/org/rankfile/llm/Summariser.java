// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.rankfile.llm.extract.Prototypes;
import org.rankfile.llm.extract.SentenceSplitter;
import org.rankfile.llm.extract.Span;
import org.rankfile.llm.onnx.MiniLm;
import org.rankfile.llm.onnx.ModelException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongSupplier;

/// Summarises grievances with the embedded model: no network, no files of its own.
///
/// Thread-safe: any number of threads may summarise at once, each on one core. The same text gives
/// the same summary, [Summary#millis()] apart, on every run on one machine.
public final class Summariser implements AutoCloseable {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final MiniLm encoder;
    private final Prototypes prototypes;
    private final LongSupplier nanos;
    private final ModelInfo model = new ModelInfo(MiniLm.NAME, MiniLm.sha256());

    /// Summaries hold the read lock while they use the encoder; closing takes the write lock, so
    /// that no native memory is freed under a running summary.
    private final ReadWriteLock open = new ReentrantReadWriteLock();

    /// Guarded by [#open].
    private boolean closed;

    private Summariser(MiniLm encoder, Prototypes prototypes, LongSupplier nanos) {
        this.encoder = encoder;
        this.prototypes = prototypes;
        this.nanos = nanos;
    }

    /// Loads and checks the embedded model: up to a second, some 100 MB. Close it after use.
    public static Summariser load() throws LlmException {
        return load(System::nanoTime);
    }

    /// As [#load()], with durations taken from the given nanosecond counter.
    public static Summariser load(LongSupplier nanos) throws LlmException {
        Prototypes prototypes = Prototypes.builtIn();
        if (!prototypes.modelSha256().equals(MiniLm.sha256())) {
            throw new IllegalStateException("the built-in prototypes are of another model");
        }
        try {
            return new Summariser(MiniLm.load(), prototypes, nanos);
        } catch (ModelException e) {
            throw LlmException.of(e);
        }
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
        long began = nanos.getAsLong();
        Refusal refusal = Admission.of(text);
        List<Span> spans = refusal == null ? SentenceSplitter.split(text) : List.of();
        if (refusal == null) {
            refusal = Admission.of(spans);
        }
        if (refusal != null) {
            return Summary.refusal(refusal, model, millisSince(began));
        }
        List<String> sentences = spans.stream().map(span -> span.of(text)).toList();
        List<float[]> vectors = embed(sentences, cancel, progress);
        var draft = new Draft(text, spans, sentences, vectors);
        return draft.summary(prototypes, model, millisSince(began));
    }

    private List<float[]> embed(List<String> sentences, CancelToken cancel, Progress progress)
            throws LlmException {
        var vectors = new ArrayList<float[]>(sentences.size());
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the summariser is closed");
            }
            for (String sentence : sentences) {
                if (cancel.isCancelled() || Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                vectors.add(encoder.embed(sentence));
                progress.read(vectors.size(), sentences.size());
            }
        } catch (ModelException e) {
            throw LlmException.of(e);
        } finally {
            open.readLock().unlock();
        }
        return vectors;
    }

    private long millisSince(long began) {
        return (nanos.getAsLong() - began) / NANOS_PER_MILLI;
    }

    /// The model in use.
    public ModelInfo model() {
        return model;
    }

    /// Frees the model. Waits for summaries that are being made; later ones throw
    /// [IllegalStateException]. Closing again does nothing.
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                encoder.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
