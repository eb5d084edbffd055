// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.Peer;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.sync.CircleState;
import org.rankfile.oplog.sync.SyncRole;
import org.rankfile.oplog.sync.SyncSession;
import org.rankfile.oplog.sync.SyncStatus;

import java.util.Collection;
import java.util.List;

/// One open synchronisation stream. Engine thread only, but for the queue.
final class PeerSession {
    private final FrameQueue queue;
    private final SyncRole role;
    private final PeerExchange exchange;
    private final SyncSession sync;
    private boolean compared;
    private boolean ended;

    PeerSession(FrameQueue queue, SyncRole role, PeerExchange exchange, SyncSession sync) {
        this.queue = queue;
        this.role = role;
        this.exchange = exchange;
        this.sync = sync;
    }

    FrameQueue queue() {
        return queue;
    }

    SyncSession sync() {
        return sync;
    }

    SyncRole role() {
        return role;
    }

    Peer peer() {
        return queue.stream().peer();
    }

    PeerState state() {
        return switch (sync.status()) {
            case SyncStatus.Greeting() -> PeerState.CONNECTED;
            case SyncStatus.Open open when open.isInSync() -> PeerState.IN_SYNC;
            case SyncStatus.Open open when has(open, CircleState.STALLED) -> PeerState.FAILED;
            case SyncStatus.Open open when has(open, CircleState.OVER_QUOTA) -> PeerState.FAILED;
            case SyncStatus.Open open ->
                    open.circles().isEmpty() ? PeerState.CONNECTED : PeerState.SYNCING;
            case SyncStatus.Failed _ -> PeerState.FAILED;
        };
    }

    /// Whether it has failed for good.
    boolean isOver() {
        return sync.status() instanceof SyncStatus.Failed;
    }

    /// Whether it stands, and nothing moves any more although the two differ.
    boolean isStalled() {
        return sync.status() instanceof SyncStatus.Open open && has(open, CircleState.STALLED);
    }

    private static boolean has(SyncStatus.Open open, CircleState state) {
        return open.circles().containsValue(state);
    }

    /// Whether the peer may get a circle by now that this session began without.
    boolean isOutgrown() {
        return sync.status() instanceof SyncStatus.Open
                && !exchange.offered().containsAll(exchange.allowed());
    }

    /// Ends it in good order.
    void end() {
        if (!ended) {
            ended = true;
            queue.finish();
        }
    }

    /// Whether we ended it.
    boolean isEnded() {
        return ended;
    }

    /// The circles of ours that turned out not to be common; asked about once, when the greetings
    /// are over, and empty before and after.
    List<Circle> notCommon(Collection<Circle> ours) {
        if (compared || !(sync.status() instanceof SyncStatus.Open open)) {
            return List.of();
        }
        compared = true;
        return ours.stream().filter(c -> !open.circles().containsKey(c.tag())).toList();
    }
}
