// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One circle: which of its ops can be read, which stand, which wait. A pure state machine: the
/// same ops in any order give the same admitted ops in the end. Engine thread only.
public final class CircleState {
    private final Membership membership;
    private final CircleEvents events;
    private final Epochs epochs;
    private final Examiner examiner;
    private final PlaneLog authority = new PlaneLog();
    private final PlaneLog content = new PlaneLog();
    private final Map<OpId, SealedOp> opaque = new LinkedHashMap<>();
    private final Map<OpId, OpenedOp> parked = new HashMap<>();
    private final Map<OpId, List<OpId>> waiting = new HashMap<>();
    private final Map<OpId, Refusal> refused = new HashMap<>();
    private final Pen pen;
    private final Deque<OpenedOp> ready = new ArrayDeque<>();
    private long examinedAt;

    /// An empty circle.
    ///
    /// @param circle the id of its genesis
    /// @param membership who is in it
    /// @param prekey this device's, which opens the wraps of mints
    public CircleState(OpId circle, Membership membership, PreKey prekey, CircleEvents events) {
        this.membership = membership;
        this.events = events;
        epochs = new Epochs(prekey);
        examiner = new Examiner(circle, epochs, authority::contains);
        pen = new Pen(events, id -> refuse(id, Refusal.GATE));
    }

    /// Tries our keys on an op. A mint for us gives its keys here already: they open, they do not
    /// admit.
    ///
    /// @param trusted whether the signature was verified before
    public Examined examine(SealedOp op, boolean trusted) {
        return examiner.examine(op, trusted);
    }

    /// Whether an op of the authority plane would stand if it were taken now. Nothing changes and
    /// no key is learnt: this is asked about what strangers bring.
    public boolean wouldStand(SealedOp op) {
        return examiner.openAuthority(op)
                .filter(opened -> opened.header().plane() == Plane.AUTHORITY)
                .filter(opened -> missing(opened).isEmpty())
                .filter(opened -> authority.isChained(opened.header()))
                .filter(opened -> mayStand(opened, authority.placeOf(opened.header())))
                .isPresent();
    }

    private boolean mayStand(OpenedOp op, Place place) {
        Causality knew = knew(op, place);
        return membership.missing(op, knew).isEmpty() && membership.judge(op, knew).isEmpty();
    }

    /// Takes an op that was examined and not taken before; tells the events of everything that
    /// stands now because of it.
    public void accept(Examined examined) {
        // Ops of one batch are examined before the first is taken: a later one may have had the
        // key.
        boolean stale =
                examined instanceof Examined.Opaque op && op.keyring() != examiner.keyring();
        place(stale ? examine(examined.op(), false) : examined);
        settleAll();
    }

    private void settleAll() {
        settle();
        while (examinedAt != examiner.keyring()) {
            examinedAt = examiner.keyring();
            List<SealedOp> again = new ArrayList<>(opaque.values());
            for (SealedOp op : again) {
                Examined now = examine(op, false);
                if (!(now instanceof Examined.Opaque)) {
                    opaque.remove(op.id());
                    place(now);
                }
            }
            settle();
        }
    }

    /// A person or device of the hall is known now: what waited for it goes on.
    public void release(OpId token) {
        wake(token);
        settleAll();
    }

    /// The layer above thinks otherwise by now: what waits for it is offered again.
    ///
    /// @return whether anything was decided
    public boolean regate() {
        return pen.regate();
    }

    private void place(Examined examined) {
        switch (examined) {
            case Examined.Opaque op -> opaque.put(op.op().id(), op.op());
            case Examined.Broken broken -> refuse(broken.op().id(), broken.why());
            case Examined.Opened opened -> ready.add(opened.opened());
            case Examined.Authorless read -> pen.offer(read.op().id(), read.content());
        }
    }

    private void settle() {
        for (OpenedOp op = ready.poll(); op != null; op = ready.poll()) {
            Optional<OpId> missing = missing(op);
            if (missing.isEmpty()) {
                decide(op);
            } else if (refused.containsKey(missing.get())) {
                refuse(op.op().id(), Refusal.RESTS_ON_REFUSED);
            } else {
                park(op, missing.get());
            }
        }
    }

    private void park(OpenedOp op, OpId until) {
        parked.put(op.op().id(), op);
        waiting.computeIfAbsent(until, _ -> new ArrayList<>()).add(op.op().id());
    }

    private Optional<OpId> missing(OpenedOp op) {
        Header header = op.header();
        Optional<OpId> inPlane = plane(header).missing(header);
        if (inPlane.isPresent()) {
            return inPlane;
        }
        boolean hasEpoch = !header.epoch().equals(OpId.NONE);
        return hasEpoch && !authority.contains(header.epoch())
                ? Optional.of(header.epoch())
                : Optional.empty();
    }

    private void decide(OpenedOp op) {
        Header header = op.header();
        PlaneLog plane = plane(header);
        if (!plane.isChained(header)) {
            refuse(op.op().id(), Refusal.CHAIN);
            return;
        }
        Place place = plane.placeOf(header);
        Causality knew = knew(op, place);
        Optional<OpId> missing = membership.missing(op, knew);
        if (missing.isPresent()) {
            park(op, missing.get());
            return;
        }
        Optional<Refusal> refusal = membership.judge(op, knew);
        if (refusal.isPresent()) {
            refuse(op.op().id(), refusal.get());
            return;
        }
        Optional<PlaneLog.Fork> fork = plane.admit(op.op().id(), header, place);
        fork.ifPresent(f -> events.fork(f.dot(), f.one(), f.other()));
        if (header.plane() == Plane.AUTHORITY) {
            examiner.stands(header);
            membership.apply(op, place.dot(), knew);
            events.authority(op);
        } else {
            membership
                    .author(header.device(), knew)
                    .ifPresent(author -> events.content(op, author, place.dot(), place));
        }
        wake(op.op().id());
    }

    /// The authority ops that the author knew: those its own op names, or those its epoch did.
    private Causality knew(OpenedOp op, Place place) {
        if (op.header().plane() == Plane.AUTHORITY) {
            return place;
        }
        Place epoch = authority.place(op.header().epoch());
        return epoch == null ? Past.NOTHING : epoch.after();
    }

    private void refuse(OpId id, Refusal why) {
        refused.put(id, why);
        wake(id);
    }

    private void wake(OpId id) {
        List<OpId> waiters = waiting.remove(id);
        if (waiters == null) {
            return;
        }
        for (OpId waiter : waiters) {
            OpenedOp op = parked.remove(waiter);
            if (op != null) {
                ready.add(op);
            }
        }
    }

    private PlaneLog plane(Header header) {
        return header.plane() == Plane.AUTHORITY ? authority : content;
    }

    /// What the next op of a device names: its number, its backlink and the other heads.
    public Next next(Plane plane, DeviceId device) {
        PlaneLog log = plane == Plane.AUTHORITY ? authority : content;
        OpId tip = log.tip(device);
        List<OpId> others = log.heads().stream().filter(head -> !head.equals(tip)).toList();
        return new Next(log.nextSeq(device), tip, others);
    }

    /// Where the next op of a device stands.
    public record Next(long seq, OpId backlink, List<OpId> others) {}

    /// The epochs that no other supersedes, with their keys as far as we have them.
    public List<KnownEpoch> currentEpochs() {
        return epochs.current(authority::contains).stream()
                .map(epoch ->
                        new KnownEpoch(
                                epoch.mint(),
                                epoch.authority(),
                                epoch.own() ? epoch.content() : null))
                .toList();
    }

    /// An epoch that can be written under.
    ///
    /// @param content null where its keys were not given to us by the mint itself
    public record KnownEpoch(OpId mint, Secret authority, @Nullable Secret content) {}

    /// The keys of an epoch for a mint that supersedes it; empty where we lack its content key.
    public Optional<EpochKeys> keysOf(OpId mint) {
        return Optional.ofNullable(epochs.get(mint)).flatMap(Epochs.Epoch::keys);
    }

    /// How many ops wait for another.
    public int parked() {
        return parked.size();
    }

    /// How many ops broke a rule.
    public int refused() {
        return refused.size();
    }

    /// Why an op was refused; empty where it was not.
    public Optional<Refusal> refusal(OpId id) {
        return Optional.ofNullable(refused.get(id));
    }

    /// Whether an op stands.
    public boolean isAdmitted(OpId id) {
        return authority.contains(id) || content.contains(id) || pen.isAdmitted(id);
    }

    /// How many objects without an author wait for the layer above.
    public int penned() {
        return pen.size();
    }

    /// Whether an object without an author waits for the layer above.
    public boolean isPenned(OpId id) {
        return pen.isWaiting(id);
    }

    /// Whether an op is held unread.
    public boolean isOpaque(OpId id) {
        return opaque.containsKey(id);
    }

    /// Whether an op waits.
    public boolean isParked(OpId id) {
        return parked.containsKey(id);
    }

    /// Whether an op stands in the authority plane.
    public boolean isAuthority(OpId id) {
        return authority.contains(id);
    }

    /// The ops that stand in the authority plane, each after those it names.
    public List<OpId> authority() {
        return authority.ids();
    }

    /// The dot of an op, where it stands.
    public Optional<Dot> dotOf(OpId id) {
        Place place = authority.place(id);
        Place found = place == null ? content.place(id) : place;
        return Optional.ofNullable(found).map(Place::dot);
    }
}
