// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

import java.time.Duration;

/// Runs things again and again on the window's thread; made by the composition root, so that tests
/// need not wait.
@FunctionalInterface
public interface Ticker {
    /// Runs the task every so often, the first time after one period.
    ///
    /// @return ends it
    Runnable every(Duration period, Runnable task);
}
