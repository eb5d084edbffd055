// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// Which side of the stream a session is. The responder leads the reconciliation.
public enum SyncRole {
    /// Opened the stream.
    INITIATOR,
    /// Was called.
    RESPONDER;

    SyncRole other() {
        return this == INITIATOR ? RESPONDER : INITIATOR;
    }

    byte letter() {
        return (byte) (this == INITIATOR ? 'I' : 'R');
    }
}
