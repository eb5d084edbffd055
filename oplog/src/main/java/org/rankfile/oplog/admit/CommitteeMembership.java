// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.Plane;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A circle of some of the hall's people, such as the committee. Managers of the hall who are in it
/// admit others. People and devices are the hall's.
public final class CommitteeMembership implements Membership {
    private final OpId circle;
    private final Hall hall;
    private final Map<PersonId, List<Dot>> members = new HashMap<>();

    /// The membership of a circle beside the given hall.
    public CommitteeMembership(OpId circle, Hall hall) {
        this.circle = circle;
        this.hall = hall;
    }

    @Override
    public Optional<OpId> missing(OpenedOp op, Causality knew) {
        DeviceId device = op.header().device();
        boolean certified =
                isFounding(op)
                        ? hall.peopleOf(device).stream().anyMatch(founder -> founds(op, founder))
                        : speaker(device, knew, admits(op)).isPresent();
        if (!certified) {
            return Optional.of(new OpId(device.hash()));
        }
        return person(op)
                .filter(person -> hall.person(person) == null)
                .map(person -> new OpId(person.hash()));
    }

    /// Who speaks with a device. The hall's certificates come in their own time: whom none of them
    /// allows to speak yet, one that comes may (MEM-7).
    private Optional<Hall.Person> speaker(DeviceId device, Causality knew, boolean asManager) {
        return hall.peopleOf(device).stream()
                .filter(person -> person.role() != Role.KEEPER)
                .filter(person -> isIn(person, knew))
                .filter(person -> !asManager || person.role() == Role.MANAGER)
                .findFirst();
    }

    private static boolean isFounding(OpenedOp op) {
        return op.header().type() == OpType.GENESIS && op.header().plane() == Plane.AUTHORITY;
    }

    private static boolean admits(OpenedOp op) {
        return op.header().type() == OpType.JOIN_CIRCLE && op.header().plane() == Plane.AUTHORITY;
    }

    @Override
    public Optional<Refusal> judge(OpenedOp op, Causality knew) {
        if (isFounding(op) && !(op.op().id().equals(circle) && members.isEmpty())) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        return admits(op) && person(op).isEmpty() ? Optional.of(Refusal.BODY) : Optional.empty();
    }

    private static boolean founds(OpenedOp op, Hall.Person founder) {
        return founder.role() == Role.MANAGER && person(op).equals(Optional.of(founder.id()));
    }

    private boolean isIn(Hall.Person author, Causality knew) {
        return members.getOrDefault(author.id(), List.of()).stream().anyMatch(knew::includes);
    }

    @Override
    public void apply(OpenedOp op, Dot dot) {
        person(op)
                .ifPresent(
                        person -> members.computeIfAbsent(person, _ -> new ArrayList<>()).add(dot));
    }

    /// The person that a founding or an admission names.
    private static Optional<PersonId> person(OpenedOp op) {
        if (!isFounding(op) && !admits(op)) {
            return Optional.empty();
        }
        return Cbor.read(op.body()).flatMap(body -> Cbor.hash(body, "person")).map(PersonId::new);
    }

    @Override
    public Optional<PersonId> author(DeviceId device, Causality knew) {
        return speaker(device, knew, false).map(Hall.Person::id);
    }

    @Override
    public boolean includes(PersonId person) {
        return members.containsKey(person);
    }

    @Override
    public Collection<PersonId> people() {
        return List.copyOf(members.keySet());
    }
}
