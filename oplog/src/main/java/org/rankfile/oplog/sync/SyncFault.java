// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// The peer broke the protocol; the session ends with the reason.
final class SyncFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final SyncFailure reason;

    SyncFault(SyncFailure reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    SyncFailure reason() {
        return reason;
    }
}
