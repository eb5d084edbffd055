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
    private final Map<PersonId, Dot> members = new HashMap<>();

    /// The membership of a circle beside the given hall.
    public CommitteeMembership(OpId circle, Hall hall) {
        this.circle = circle;
        this.hall = hall;
    }

    @Override
    public Optional<OpId> missing(OpenedOp op) {
        DeviceId device = op.header().device();
        if (hall.device(device) == null) {
            return Optional.of(new OpId(device.hash()));
        }
        return person(op)
                .filter(person -> hall.person(person) == null)
                .map(person -> new OpId(person.hash()));
    }

    @Override
    public Optional<Refusal> judge(OpenedOp op, Causality knew) {
        int type = op.header().type();
        boolean names = type == OpType.GENESIS || type == OpType.JOIN_CIRCLE;
        if (names && person(op).isEmpty()) {
            return Optional.of(Refusal.BODY);
        }
        Optional<Hall.Person> author = hall.personOf(op.header().device());
        if (author.isEmpty()) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        boolean founding = type == OpType.GENESIS && op.header().plane() == Plane.AUTHORITY;
        boolean within = isIn(author.get(), knew) && maySay(op, author.get());
        boolean allowed = founding ? founds(op, author.get()) : within;
        return allowed ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
    }

    private boolean founds(OpenedOp op, Hall.Person author) {
        return op.op().id().equals(circle)
                && members.isEmpty()
                && author.role() == Role.MANAGER
                && person(op).equals(Optional.of(author.id()));
    }

    private boolean isIn(Hall.Person author, Causality knew) {
        Dot since = members.get(author.id());
        return since != null && knew.includes(since);
    }

    private static boolean maySay(OpenedOp op, Hall.Person author) {
        boolean admits =
                op.header().plane() == Plane.AUTHORITY && op.header().type() == OpType.JOIN_CIRCLE;
        return !admits || author.role() == Role.MANAGER;
    }

    @Override
    public void apply(OpenedOp op, Dot dot) {
        int type = op.header().type();
        if (type == OpType.GENESIS || type == OpType.JOIN_CIRCLE) {
            person(op).ifPresent(person -> members.putIfAbsent(person, dot));
        }
    }

    /// The person that a founding or an admission names.
    private static Optional<PersonId> person(OpenedOp op) {
        int type = op.header().type();
        if (op.header().plane() != Plane.AUTHORITY
                || (type != OpType.GENESIS && type != OpType.JOIN_CIRCLE)) {
            return Optional.empty();
        }
        return Cbor.read(op.body()).flatMap(body -> Cbor.hash(body, "person")).map(PersonId::new);
    }

    @Override
    public Optional<PersonId> author(DeviceId device) {
        return hall.personOf(device).map(Hall.Person::id);
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
