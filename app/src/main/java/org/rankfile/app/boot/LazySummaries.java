// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Desk;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Summariser;
import org.rankfile.llm.Summary;

/// Loads the model when the first summary is wanted, and once. Any thread.
final class LazySummaries implements Desk.Summaries, AutoCloseable {
    private @Nullable Summariser summariser;

    @Override
    public Summary of(String text) throws LlmException {
        return summariser().summarise(text);
    }

    private synchronized Summariser summariser() throws LlmException {
        Summariser loaded = summariser;
        if (loaded == null) {
            loaded = Summariser.load();
            summariser = loaded;
        }
        return loaded;
    }

    @Override
    public synchronized void close() {
        if (summariser != null) {
            summariser.close();
        }
    }
}
