// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.CircleEvents;
import org.rankfile.oplog.admit.CircleState;
import org.rankfile.oplog.admit.CommitteeMembership;
import org.rankfile.oplog.admit.Deed;
import org.rankfile.oplog.admit.DeedCodec;
import org.rankfile.oplog.admit.Examined;
import org.rankfile.oplog.admit.Hall;
import org.rankfile.oplog.admit.HallMembership;
import org.rankfile.oplog.admit.Membership;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Kind;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.OpSink.Outcome;
import org.rankfile.oplog.sync.OpSink.Receipt;
import org.rankfile.store.ReadTxn;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The log of one local on this device: what is stored, what of it stands. The store holds the ops
/// in the order of their coming; everything else is computed from them, at opening and as they
/// come, by the same code. Engine thread only.
final class LocalLog {
    private final Store store;
    private final DeviceId self;
    private final HybridClock clock;
    private final LogEvents events;
    private final Hall hall = new Hall();
    private final Map<CircleTag, Circle> circles = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private AuthorlessGate gate = (_, _) -> Verdict.WAIT;
    private PenQuota quota = new PenQuota(Limits.PEN_BYTES);
    private Set<OpId> ours = Set.of();
    private boolean copied;

    private LocalLog(Store store, DeviceId self, HybridClock clock, LogEvents events) {
        this.store = store;
        this.self = self;
        this.clock = clock;
        this.events = events;
    }

    /// What opening needs.
    ///
    /// @param prekey this device's
    /// @param circles those we are in, the hall first
    /// @param trusting whether signatures that held when they were stored are believed
    record Opening(DeviceId self, PreKey prekey, List<CircleIdentity> circles, boolean trusting) {}

    /// Reads the whole log of a store.
    static LocalLog open(Store store, Opening opening, HybridClock clock, LogEvents events)
            throws StoreException {
        LocalLog log = new LocalLog(store, opening.self(), clock, events);
        opening.circles().forEach(identity -> log.join(identity, opening.prekey()));
        store.read(txn -> {
            txn.scan(0, (pos, head) -> log.replay(txn, pos, head, opening.trusting()));
            return log;
        });
        return log;
    }

    private void join(CircleIdentity identity, PreKey prekey) {
        Membership membership =
                identity.isHall()
                        ? new HallMembership(identity.id(), hall)
                        : new CommitteeMembership(identity.id(), hall);
        CircleState state =
                new CircleState(identity.id(), membership, prekey, new Told(identity.tag()));
        circles.put(identity.tag(), new Circle(identity, membership, state));
    }

    private void replay(ReadTxn txn, long pos, byte[] head, boolean trusting)
            throws StoreException {
        Row row = Row.read(txn, pos, head);
        Circle circle = circles.get(row.op().tag());
        if (circle == null) {
            problems.add("row " + pos + ": of no circle that we are in");
            return;
        }
        Examined examined = circle.state().examine(row.op(), trusting && row.verified());
        if (row.verified() && examined instanceof Examined.Broken) {
            problems.add("row " + pos + ": does not verify any more");
        }
        if (row.own()) {
            ours = Set.of(row.op().id());
        }
        take(circle, examined, pos);
        ours = Set.of();
    }

    private void take(Circle circle, Examined examined, long pos) {
        circle.hold(examined.op().key(), pos);
        circle.state().accept(examined);
        events.held(circle.tag(), examined.op().key());
    }

    /// Makes own ops durable, then applies them. Nothing is told before.
    void commit(Circle circle, List<OpenedOp> made) throws StoreException {
        List<Long> at =
                store.write(txn -> {
                    List<Long> positions = new ArrayList<>();
                    for (OpenedOp op : made) {
                        positions.add(new Row(op.op(), true, true).append(txn));
                    }
                    return positions;
                });
        Set<OpId> ids = new HashSet<>();
        made.forEach(op -> ids.add(op.op().id()));
        ours = ids;
        for (int i = 0; i < made.size(); i++) {
            SealedOp op = made.get(i).op();
            // A mint is examined like a foreign one, since its keys are to be learnt.
            Examined examined =
                    op.mintParts().isPresent()
                            ? circle.state().examine(op, true)
                            : new Examined.Opened(made.get(i));
            take(circle, examined, at.get(i));
        }
        ours = Set.of();
    }

    /// Makes an object of ours durable, then offers it to the gate like anybody's. Its row does not
    /// say that we sealed it (OP-26).
    void commit(Circle circle, Examined.Authorless made) throws StoreException {
        long at = store.write(txn -> new Row(made.op(), false, true).append(txn));
        take(circle, made, at);
    }

    /// Lets the layer above decide about content without an author. Until then all of it waits.
    void useGate(AuthorlessGate by) {
        gate = by;
    }

    /// With another quota, for tests of what takes long.
    void boundPen(long bytes) {
        quota = new PenQuota(bytes);
    }

    /// What the gate says of content.
    Verdict judge(Circle circle, byte[] content) {
        return gate.judge(circle.identity().name(), content);
    }

    /// Offers what waits to the gate again.
    ///
    /// @return whether anything was decided
    boolean regate() {
        boolean decided = false;
        for (Circle circle : circles.values()) {
            decided |= circle.state().regate();
        }
        return decided;
    }

    /// Takes foreign ops as one durable commit.
    ///
    /// @param by who delivers them, for the quota
    /// @throws StoreException if nothing was kept
    List<Receipt> receive(CircleTag tag, List<byte[]> wires, String by) throws StoreException {
        Circle circle = circles.get(tag);
        List<Incoming> incoming = look(circle, wires, by);
        store.write(txn -> {
            for (Incoming each : incoming) {
                if (each.examined != null) {
                    each.pos = new Row(each.examined.op(), false, each.isSound()).append(txn);
                }
            }
            return incoming;
        });
        List<Receipt> receipts = new ArrayList<>();
        for (Incoming each : incoming) {
            if (circle != null && each.examined != null) {
                take(circle, each.examined, each.pos);
                charge(circle, each.examined.op(), by);
                receipts.add(new Receipt(each.key, outcome(circle, each.examined)));
            } else {
                receipts.add(new Receipt(each.key, each.outcome));
            }
        }
        return receipts;
    }

    private List<Incoming> look(@Nullable Circle circle, List<byte[]> wires, String by) {
        List<Incoming> incoming = new ArrayList<>();
        Set<OpKey> fresh = new HashSet<>();
        long more = 0;
        for (byte[] wire : wires) {
            Incoming each = look(circle, wire, fresh);
            if (circle != null && each.isAuthorless()) {
                if (quota.hasRoom(by, more + wire.length)) {
                    more += wire.length;
                } else if (!isAdmissible(circle, each)) {
                    fresh.remove(each.key);
                    each = new Incoming(each.key, Outcome.OVER_QUOTA, null);
                }
            }
            incoming.add(each);
        }
        return incoming;
    }

    private boolean isAdmissible(Circle circle, Incoming object) {
        return object.examined instanceof Examined.Authorless read
                && judge(circle, read.content()) == Verdict.ADMITTED;
    }

    private void charge(Circle circle, SealedOp taken, String by) {
        if (taken.kind() == Kind.AUTHORLESS && !circle.state().isAdmitted(taken.id())) {
            quota.charge(taken.id(), by, taken.wire().length);
        }
    }

    private Incoming look(@Nullable Circle circle, byte[] wire, Set<OpKey> fresh) {
        Optional<SealedOp> op = SealedOp.parse(wire);
        if (circle == null || op.isEmpty() || !op.get().tag().equals(circle.tag())) {
            return new Incoming(OpKey.LOWEST, Outcome.MALFORMED, null);
        }
        OpKey key = op.get().key();
        if (circle.inventory().contains(key) || !fresh.add(key)) {
            return new Incoming(key, Outcome.KNOWN, null);
        }
        return new Incoming(key, Outcome.NEW, circle.state().examine(op.get(), false));
    }

    private static Outcome outcome(Circle circle, Examined examined) {
        OpId id = examined.op().id();
        if (circle.state().isParked(id)) {
            return Outcome.PARKED;
        }
        return circle.state().refusal(id).isPresent() ? Outcome.REFUSED : Outcome.NEW;
    }

    /// The bytes of a held op.
    Optional<byte[]> wire(CircleTag tag, OpKey key) throws StoreException {
        Circle circle = circles.get(tag);
        Long pos = circle == null ? null : circle.positions().get(key);
        return pos == null ? Optional.empty() : store.read(txn -> Row.wire(txn, pos));
    }

    /// Hears what a circle decides.
    private final class Told implements CircleEvents {
        private final CircleTag tag;

        Told(CircleTag tag) {
            this.tag = tag;
        }

        @Override
        public void content(OpenedOp op, PersonId author, Dot dot, Causality seen) {
            notice(op);
            if (op.header().type() == OpType.EVENTS) {
                events.content(
                        new ContentOp(
                                op.op().id(),
                                circle().identity().name(),
                                author,
                                dot.device(),
                                dot,
                                op.header().time(),
                                op.body(),
                                seen));
            }
        }

        @Override
        public Verdict judge(byte[] content) {
            return LocalLog.this.judge(circle(), content);
        }

        @Override
        public void authorless(OpId id, byte[] content) {
            quota.admitted(id);
            events.authorless(new AuthorlessObject(id, circle().identity().name(), content));
        }

        @Override
        public void authority(OpenedOp op) {
            notice(op);
            OpId id = op.op().id();
            int type = op.header().type();
            if (type == OpType.GENESIS || type == OpType.MINT) {
                circle().mints().put(id, Circle.Mint.of(op));
            }
            if (circle().identity().isHall()) {
                release(id);
                Cbor.read(op.body())
                        .flatMap(body -> Cbor.bytes(body, "signing", 32))
                        .flatMap(VerifyKey::of)
                        .ifPresent(key -> release(new OpId(DeviceId.of(key).hash())));
                releaseRole(op);
            }
            events.membersChanged();
        }

        /// With another role a person may have been allowed to say what waits in a circle.
        private void releaseRole(OpenedOp op) {
            if (DeedCodec.read(op).orElse(null) instanceof Deed.Assign(PersonId person, Role _)) {
                for (DeviceId device : hall.everDevicesOf(person)) {
                    release(new OpId(device.hash()));
                }
            }
        }

        private void release(OpId token) {
            for (Circle other : circles.values()) {
                if (!other.identity().isHall()) {
                    other.state().release(token);
                }
            }
        }

        @Override
        public void fork(Dot dot, OpId one, OpId other) {
            copied |= dot.device().equals(self);
        }

        private void notice(OpenedOp op) {
            clock.saw(op.header().time());
            copied |= op.header().device().equals(self) && !ours.contains(op.op().id());
        }

        private Circle circle() {
            Circle circle = circles.get(tag);
            if (circle == null) {
                throw new IllegalStateException("told of a circle that is not there");
            }
            return circle;
        }
    }

    /// Whether another copy of this home has written.
    boolean isCopied() {
        return copied;
    }

    /// What reading the log found wrong.
    List<String> problems() {
        return problems;
    }

    Hall hall() {
        return hall;
    }

    DeviceId self() {
        return self;
    }

    Collection<Circle> circles() {
        return circles.values();
    }

    Optional<Circle> circle(CircleTag tag) {
        return Optional.ofNullable(circles.get(tag));
    }

    Optional<Circle> circle(String name) {
        return circles.values().stream().filter(c -> c.identity().name().equals(name)).findFirst();
    }

    /// Whether a peer's person is in a circle.
    boolean isIn(Circle circle, PeerId peer) {
        return hall.peopleOf(peer).stream()
                .anyMatch(person -> circle.membership().includes(person.id()));
    }
}
