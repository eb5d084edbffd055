// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// Op bytes on their way, both directions of a session (SYN-24).
final class CreditWindow {

    private final int limit;
    private final int[] unacknowledged;
    private int outgoing;
    private int incoming;

    CreditWindow(SyncLimits limits) {
        this.limit = limits.creditBytes();
        this.unacknowledged = new int[limits.circles()];
    }

    boolean hasRoomFor(int bytes) {
        return outgoing + bytes <= limit;
    }

    void sent(int circle, int bytes) {
        outgoing += bytes;
        unacknowledged[circle] += bytes;
    }

    /// The peer took bytes of a circle.
    void acknowledged(int circle, int bytes) throws SyncFault {
        if (bytes > unacknowledged[circle]) {
            throw new SyncFault(SyncFailure.CREDIT_EXCEEDED);
        }
        outgoing -= bytes;
        unacknowledged[circle] -= bytes;
    }

    /// Has the peer taken everything sent for this circle?
    boolean isSettled(int circle) {
        return unacknowledged[circle] == 0;
    }

    void arrived(int bytes) throws SyncFault {
        if (bytes > limit - incoming) {
            throw new SyncFault(SyncFailure.CREDIT_EXCEEDED);
        }
        incoming += bytes;
    }

    void granted(int bytes) {
        incoming -= bytes;
    }
}
