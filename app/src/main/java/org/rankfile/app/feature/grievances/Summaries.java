// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import org.rankfile.llm.CancelToken;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Progress;
import org.rankfile.llm.Summary;

/// Summarises statements on this laptop. Loads the model when it is first asked. Blocks.
@FunctionalInterface
public interface Summaries {
    /// A summary, or in it the reason why there is none.
    ///
    /// @throws LlmException if the model cannot be loaded or run
    /// @throws java.util.concurrent.CancellationException if it was cancelled
    Summary summarise(String text, CancelToken cancel, Progress progress) throws LlmException;
}
