// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// Which side of the stream a session is. The responder leads the reconciliation.
public enum SyncRole {
    /// Opened the stream.
    INITIATOR,
    /// Was called.
    RESPONDER;

    /// The far end's.
    public SyncRole other() {
        return this == INITIATOR ? RESPONDER : INITIATOR;
    }

    /// `I` or `R`, as tokens contain it.
    public byte letter() {
        return (byte) (this == INITIATOR ? 'I' : 'R');
    }
}
