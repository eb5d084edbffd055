// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

/// Told how far a summary is, on the thread that makes it; must return at once.
@FunctionalInterface
public interface Progress {
    /// Called after each sentence that was read: `done` of `total`, ascending to `total`.
    void read(int done, int total);
}
