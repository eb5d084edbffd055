// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import java.time.Duration;

/// Runs things later. Injected, so that a test can let an hour pass at once.
interface Timers {
    /// Runs a short task once, unless it is cancelled before or the mesh is closed.
    Pin after(Duration delay, Runnable task);

    /// What is still to run.
    @FunctionalInterface
    interface Pin {
        /// Does nothing once the task has started.
        void cancel();
    }
}
