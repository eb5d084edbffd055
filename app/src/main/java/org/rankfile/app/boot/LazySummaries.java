// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Desk;
import org.rankfile.app.feature.grievances.Summaries;
import org.rankfile.llm.CancelToken;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Progress;
import org.rankfile.llm.Summariser;
import org.rankfile.llm.Summary;

/// The summariser of command line and desktop, loaded when the first summary is asked for and kept
/// from then on. Any thread.
final class LazySummaries implements Desk.Summaries, Summaries, AutoCloseable {
    /// Guarded by this.
    private @Nullable Summariser loaded;

    @Override
    public Summary of(String text) throws LlmException {
        return summariser().summarise(text);
    }

    @Override
    public Summary summarise(String text, CancelToken cancel, Progress progress)
            throws LlmException {
        return summariser().summarise(text, cancel, progress);
    }

    private synchronized Summariser summariser() throws LlmException {
        Summariser ready = loaded;
        if (ready == null) {
            ready = Summariser.load();
            loaded = ready;
        }
        return ready;
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }
}
