// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.join.DeviceKeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hall: what an op may do is judged in the view of all that its author knew (MEM-13).
public final class HallMembership implements Membership {
    private final OpId circle;
    private final Hall hall;
    private final Map<OpId, Authority> epochs = new HashMap<>();
    private @Nullable Act judged;

    /// The membership of a hall, kept in the given place.
    public HallMembership(OpId circle, Hall hall) {
        this.circle = circle;
        this.hall = hall;
    }

    @Override
    public Optional<OpId> missing(OpenedOp op, Causality knew) {
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> judge(OpenedOp op, Causality knew) {
        if (op.header().plane() == Plane.CONTENT) {
            return speaks(op.header()) ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
        }
        boolean founds = op.header().type() == OpType.GENESIS;
        if (founds && !(op.op().id().equals(circle) && hall.isEmpty())) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        Optional<Deed> deed = DeedCodec.read(op);
        if (deed.isPresent() && founds) {
            return judgeFounding(op, deed.get(), knew);
        }
        List<OpId> parents = parents(op.header());
        View view = act -> hall.acts().isKnown(act, knew, parents);
        Authority authority = new Authority(hall.acts(), view);
        if (deed.isEmpty()) {
            // Whoever may not even speak is told so first, as everywhere.
            return Optional.of(
                    speaks(authority, op.header().device()) ? Refusal.BODY : Refusal.NOT_ALLOWED);
        }
        Optional<Act.Rights> rights =
                new Rights(hall.acts(), authority).of(op.header().device(), deed.get());
        judged = rights.map(each -> act(op, deed.get(), knew, each)).orElse(null);
        return judged == null ? Optional.of(Refusal.NOT_ALLOWED) : Optional.empty();
    }

    private Optional<Refusal> judgeFounding(OpenedOp op, Deed deed, Causality knew) {
        boolean own = deed.equals(new Deed.Found(op.header().device()));
        judged = own ? act(op, deed, knew, Act.Rights.NONE) : null;
        return own ? Optional.empty() : Optional.of(Refusal.BODY);
    }

    private static Act act(OpenedOp op, Deed deed, Causality knew, Act.Rights rights) {
        if (!(knew instanceof Place place)) {
            throw new IllegalArgumentException("an authority op knows what its place says");
        }
        return new Act(op.op().id(), place, parents(op.header()), deed, rights);
    }

    private static List<OpId> parents(Header header) {
        List<OpId> parents = new ArrayList<>(header.deps());
        if (header.seq() > 1) {
            parents.add(header.backlink());
        }
        return parents;
    }

    /// Whether a device may write content under an epoch: by what its minter knew, and the mint.
    private boolean speaks(Header header) {
        Act mint = hall.acts().get(header.epoch());
        return mint != null && speaks(epoch(mint), header.device());
    }

    private Authority epoch(Act mint) {
        return epochs.computeIfAbsent(
                mint.id(),
                _ ->
                        new Authority(
                                hall.acts(),
                                act -> act.equals(mint) || hall.acts().isBefore(act, mint)));
    }

    private static boolean speaks(Authority authority, DeviceId device) {
        return authority.certificates(device).stream()
                .map(Acts::personOf)
                .filter(person -> !authority.isSuspended(person))
                .anyMatch(person -> !authority.role(person).equals(Optional.of(Role.KEEPER)));
    }

    @Override
    public void apply(OpenedOp op, Dot dot, Causality knew) {
        Act act = judged;
        if (act == null || !act.id().equals(op.op().id())) {
            throw new IllegalStateException("applied without having been judged");
        }
        judged = null;
        switch (act.deed()) {
            case Deed.Found(DeviceId _) -> {
                person(op, act, Role.MANAGER);
                device(op, act.person(), dot);
            }
            case Deed.Add(Role role) -> person(op, act, role);
            case Deed.Certify(PersonId person, DeviceId _) -> device(op, person, dot);
            default -> {
                // About people and devices that are known.
            }
        }
        hall.take(act);
    }

    private void person(OpenedOp op, Act act, Role role) {
        ObjectNode body = Cbor.read(op.body()).orElseThrow();
        hall.add(act.person(), DeedCodec.name(body).orElseThrow(), role);
    }

    private void device(OpenedOp op, PersonId person, Dot dot) {
        DeviceKeys keys = Cbor.read(op.body()).flatMap(DeviceCertificate::get).orElseThrow();
        DeviceId id = DeviceCertificate.device(keys);
        hall.add(new Hall.Device(id, person, keys, dot, op.op().id()));
    }

    @Override
    public Optional<PersonId> author(DeviceId device, Causality knew) {
        return hall.ownersOf(device, knew).stream().findFirst();
    }

    @Override
    public boolean includes(PersonId person) {
        return hall.isIn(person);
    }

    @Override
    public Collection<PersonId> people() {
        return hall.people();
    }

    @Override
    public Collection<PersonId> departed() {
        return List.of();
    }
}
