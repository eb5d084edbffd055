// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

/// Lets one thread stop a summary that another one makes. Safe from any thread; stays cancelled.
public final class CancelToken {
    private volatile boolean cancelled;

    /// Asks the summary to stop; it does so before its next sentence.
    public void cancel() {
        cancelled = true;
    }

    /// Whether [#cancel()] was called.
    public boolean isCancelled() {
        return cancelled;
    }
}
