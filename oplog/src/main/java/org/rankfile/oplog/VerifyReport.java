// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.util.List;

/// What a full check of the log found. Immutable.
///
/// @param ops how many ops were read
/// @param problems one English line each, without anything of users; empty if all is well
public record VerifyReport(long ops, List<String> problems) {
    /// Copies the list.
    public VerifyReport {
        problems = List.copyOf(problems);
    }

    /// Whether all is well.
    public boolean ok() {
        return problems.isEmpty();
    }
}
