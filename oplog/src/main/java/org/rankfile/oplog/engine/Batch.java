// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.Secret;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.admit.CircleState;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpSealer;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;

import java.util.ArrayList;
import java.util.List;

/// Ops of one plane, made one after the other and not applied yet: each names the one before.
final class Batch {
    private final Circle circle;
    private final Plane plane;
    private final DeviceId device;
    private final OpSealer sealer;
    private final HybridClock clock;
    private final List<OpenedOp> made = new ArrayList<>();
    private long seq;
    private OpId backlink;
    private List<OpId> others;

    Batch(Circle circle, Plane plane, DeviceId device, OpSealer sealer, HybridClock clock) {
        this.circle = circle;
        this.plane = plane;
        this.device = device;
        this.sealer = sealer;
        this.clock = clock;
        CircleState.Next next = circle.state().next(plane, device);
        seq = next.seq();
        backlink = next.backlink();
        others = next.others();
    }

    List<OpenedOp> made() {
        return made;
    }

    /// Adds an op; before it as many merges as its dependencies need.
    OpenedOp add(int type, byte[] body, OpId epoch, Secret key) {
        merge(epoch, key);
        Header header = header(epoch, type, others);
        return keep(header, body, sealer.op(circle.tag(), header, body, key));
    }

    /// Joins heads until those left fit into one op (OP-11).
    void merge(OpId epoch, Secret key) {
        while (others.size() > Limits.DEPS) {
            List<OpId> some = others.subList(0, Limits.DEPS);
            List<OpId> rest = List.copyOf(others.subList(Limits.DEPS, others.size()));
            Header header = header(epoch, OpType.MERGE, some);
            byte[] body = Cbor.write(Cbor.map());
            keep(header, body, sealer.op(circle.tag(), header, body, key));
            others = rest;
        }
    }

    /// Adds a mint. Its dependencies fit: call [#merge] before.
    OpenedOp mint(byte[] body, OpSealer.Mint mint) {
        Header header = header(OpId.NONE, OpType.MINT, others);
        return keep(header, body, sealer.mint(circle.tag(), header, body, mint));
    }

    private Header header(OpId epoch, int type, List<OpId> deps) {
        OpId id = circle.identity().id();
        return new Header(id, plane, device, seq, backlink, deps, clock.next(), epoch, type);
    }

    private OpenedOp keep(Header header, byte[] body, SealedOp sealed) {
        OpenedOp op = new OpenedOp(sealed, header, body);
        made.add(op);
        seq++;
        backlink = sealed.id();
        others = List.of();
        return op;
    }
}
