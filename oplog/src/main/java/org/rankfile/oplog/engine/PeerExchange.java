// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.PeerId;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.codec.Kind;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.sync.CircleAccess;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpExchange;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.store.StoreException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What one peer may get from us, and what we take from it. Engine thread only.
final class PeerExchange implements OpExchange {
    private final LocalReplica replica;
    private final PeerId peer;
    private long unread;
    private Set<CircleTag> offered = Set.of();

    PeerExchange(LocalReplica replica, PeerId peer) {
        this.replica = replica;
        this.peer = peer;
    }

    @Override
    public List<CircleAccess> circles() {
        offered = allowed();
        return replica.log().circles().stream()
                .filter(circle -> offered.contains(circle.tag()))
                .map(circle ->
                        new CircleAccess(
                                circle.tag(), circle.identity().root(), circle.inventory()))
                .toList();
    }

    /// The circles that this session began with.
    Set<CircleTag> offered() {
        return offered;
    }

    /// The circles that this peer may get now.
    Set<CircleTag> allowed() {
        LocalLog log = replica.log();
        boolean sponsor = replica.isSponsor(peer);
        return log.circles().stream()
                .filter(circle -> sponsor || log.isIn(circle, peer))
                .map(Circle::tag)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<byte[]> op(CircleTag circle, OpKey key) {
        try {
            return replica.log().wire(circle, key);
        } catch (StoreException unreadable) {
            // The session leaves it out; the status of the store is told where it is opened.
            return Optional.empty();
        }
    }

    @Override
    public long rank(CircleTag circle, OpKey key) {
        return replica.log().circle(circle).map(c -> rank(c, key)).orElse(0L);
    }

    private static long rank(Circle circle, OpKey key) {
        long position = circle.positions().getOrDefault(key, 0L);
        return circle.isAuthority(key) ? position : CONTENT_RANK + position;
    }

    @Override
    public List<Receipt> receive(CircleTag circle, List<byte[]> ops) {
        if (unread > Limits.PARKED_BYTES) {
            return refused(ops);
        }
        try {
            List<Receipt> receipts = replica.receive(circle, ops, deliverer());
            for (int i = 0; i < receipts.size(); i++) {
                if (!Kind.saidBy(ops.get(i)).equals(Optional.of(Kind.AUTHORLESS))) {
                    charge(circle, receipts.get(i), ops.get(i).length);
                }
            }
            return receipts;
        } catch (StoreException notKept) {
            return refused(ops);
        }
    }

    /// Whose quota objects without an author are charged to: the person's, who may certify any
    /// number of devices.
    private String deliverer() {
        return replica.log().hall().peopleOf(peer).stream()
                .findFirst()
                .map(person -> person.id().toString())
                .orElseGet(peer::toString);
    }

    /// What waits or cannot be read is charged to who brought it, until it reconnects. Objects
    /// without an author have a quota of their own: they do not keep ops out.
    private void charge(CircleTag circle, Receipt receipt, int bytes) {
        boolean waits =
                receipt.outcome() == Outcome.PARKED
                        || receipt.outcome() == Outcome.REFUSED
                        || replica.log()
                                .circle(circle)
                                .filter(c -> c.isOpaque(receipt.key()))
                                .isPresent();
        unread += waits ? bytes : 0;
    }

    private static List<Receipt> refused(List<byte[]> ops) {
        List<Receipt> receipts = new ArrayList<>();
        for (byte[] op : ops) {
            OpKey key = SealedOp.parse(op).map(SealedOp::key).orElse(OpKey.LOWEST);
            boolean sound = !key.equals(OpKey.LOWEST);
            receipts.add(new Receipt(key, sound ? Outcome.OVER_QUOTA : Outcome.MALFORMED));
        }
        return receipts;
    }
}
