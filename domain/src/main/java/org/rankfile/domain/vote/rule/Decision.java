// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// Whether something holds.
public enum Decision {
    /// It does.
    PASS,
    /// It does not.
    FAIL;

    static Decision of(boolean holds) {
        return holds ? PASS : FAIL;
    }
}
