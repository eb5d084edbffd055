// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// Why a join came to nothing.
public final class JoinFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final JoinRefusal reason;

    /// A failure for the given reason.
    public JoinFailed(JoinRefusal reason) {
        super(reason.name());
        this.reason = reason;
    }

    /// Why.
    public JoinRefusal reason() {
        return reason;
    }
}
