// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.time.Duration;

/// Runs something later, so that nobody here waits or looks at a clock.
@FunctionalInterface
public interface Alarm {
    /// Nothing is ever run.
    Alarm NEVER = (_, _) -> {};

    /// Runs the task once, on any thread, when at least so long has passed. Does not block. Once
    /// nothing is run any more, it forgets the task and throws nothing.
    void after(Duration delay, Runnable task);
}
