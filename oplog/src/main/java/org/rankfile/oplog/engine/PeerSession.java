// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.PeerId;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.sync.SyncSession;
import org.rankfile.oplog.sync.SyncStatus;

/// One open synchronisation stream. Engine thread only, but for the queue.
record PeerSession(FrameQueue queue, SyncSession sync) {
    PeerId peer() {
        return queue.stream().peer().id();
    }

    String address() {
        return queue.stream().peer().address().toString();
    }

    PeerState state() {
        return switch (sync.status()) {
            case SyncStatus.Greeting() -> PeerState.CONNECTED;
            case SyncStatus.Open open -> open.isInSync() ? PeerState.IN_SYNC : PeerState.SYNCING;
            case SyncStatus.Failed _ -> PeerState.FAILED;
        };
    }
}
