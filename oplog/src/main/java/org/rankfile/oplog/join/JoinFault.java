// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.oplog.JoinRefusal;

/// This join cannot go on, for a reason that the far end is told.
final class JoinFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final JoinRefusal reason;

    JoinFault(JoinRefusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    JoinRefusal reason() {
        return reason;
    }
}
