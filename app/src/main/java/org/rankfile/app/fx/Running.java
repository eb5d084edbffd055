// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.fx;

/// Work under way.
@FunctionalInterface
public interface Running {
    /// Interrupts it; nothing of it is told any more. Window's thread.
    void cancel();
}
