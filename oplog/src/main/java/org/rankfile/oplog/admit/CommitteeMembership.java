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
import java.util.stream.Stream;

/// A circle of some of the hall's people, such as the committee. Managers of the hall who are in it
/// admit others. People and devices are the hall's.
public final class CommitteeMembership implements Membership {
    private final OpId circle;
    private final Hall hall;
    private final Map<PersonId, List<Said>> seats = new HashMap<>();
    private final Map<PersonId, List<Said>> leaves = new HashMap<>();

    /// What was said of somebody, and what its author knew.
    private record Said(Dot dot, Causality knew) {}

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
                        ? hall.ownersOf(device, _ -> true).stream()
                                .anyMatch(founder -> founds(op, founder))
                        : speaker(op, knew).isPresent();
        if (!certified) {
            return Optional.of(new OpId(device.hash()));
        }
        return person(op)
                .filter(person -> hall.person(person) == null)
                .map(person -> new OpId(person.hash()));
    }

    /// Who says something. The hall's ops come in their own time: whom none of them allows to speak
    /// yet, one that comes may (MEM-7).
    private Optional<PersonId> speaker(OpenedOp op, Causality knew) {
        return speakers(op.header().device(), knew).filter(person -> may(op, person)).findFirst();
    }

    private Stream<PersonId> speakers(DeviceId device, Causality knew) {
        return hall.ownersOf(device, _ -> true).stream()
                .filter(person -> hall.wasEver(person, role -> role != Role.KEEPER))
                .filter(person -> isSeated(person, knew));
    }

    private boolean may(OpenedOp op, PersonId by) {
        if (is(op, OpType.JOIN_CIRCLE)) {
            return isManager(by);
        }
        if (!is(op, OpType.LEAVE_CIRCLE)) {
            return true;
        }
        Optional<PersonId> who = person(op);
        boolean ofManager = who.filter(this::isManager).isPresent();
        return who.equals(Optional.of(by))
                || isManager(by)
                || (!ofManager && hall.wasEver(by, role -> role == Role.STEWARD));
    }

    private boolean isManager(PersonId person) {
        return hall.wasEver(person, role -> role == Role.MANAGER);
    }

    private static boolean is(OpenedOp op, int type) {
        return op.header().type() == type && op.header().plane() == Plane.AUTHORITY;
    }

    private static boolean isFounding(OpenedOp op) {
        return is(op, OpType.GENESIS);
    }

    private static boolean isAboutSeats(OpenedOp op) {
        return is(op, OpType.JOIN_CIRCLE) || is(op, OpType.LEAVE_CIRCLE);
    }

    @Override
    public Optional<Refusal> judge(OpenedOp op, Causality knew) {
        if (isFounding(op) && !(op.op().id().equals(circle) && seats.isEmpty())) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        return isAboutSeats(op) && person(op).isEmpty()
                ? Optional.of(Refusal.BODY)
                : Optional.empty();
    }

    private boolean founds(OpenedOp op, PersonId founder) {
        return isManager(founder) && person(op).equals(Optional.of(founder));
    }

    /// Whether, in a causal past, a person has a seat that knew of everything that took them out.
    private boolean isSeated(PersonId person, Causality knew) {
        List<Said> out =
                leaves.getOrDefault(person, List.of()).stream()
                        .filter(leave -> knew.includes(leave.dot()))
                        .toList();
        return seats.getOrDefault(person, List.of()).stream()
                .filter(seat -> knew.includes(seat.dot()))
                .anyMatch(
                        seat -> out.stream().allMatch(leave -> seat.knew().includes(leave.dot())));
    }

    @Override
    public void apply(OpenedOp op, Dot dot, Causality knew) {
        Map<PersonId, List<Said>> about = is(op, OpType.LEAVE_CIRCLE) ? leaves : seats;
        person(op)
                .ifPresent(person ->
                        about.computeIfAbsent(person, _ -> new ArrayList<>())
                                .add(new Said(dot, knew)));
    }

    /// The person that a founding, an admission or a leaving names.
    private static Optional<PersonId> person(OpenedOp op) {
        if (!isFounding(op) && !isAboutSeats(op)) {
            return Optional.empty();
        }
        return Cbor.read(op.body()).flatMap(body -> Cbor.hash(body, "person")).map(PersonId::new);
    }

    @Override
    public Optional<PersonId> author(DeviceId device, Causality knew) {
        return speakers(device, knew).findFirst();
    }

    @Override
    public boolean includes(PersonId person) {
        return isSeated(person, _ -> true) && hall.isIn(person);
    }

    @Override
    public Collection<PersonId> people() {
        return seats.keySet().stream().filter(this::includes).toList();
    }

    @Override
    public Collection<PersonId> departed() {
        return seats.keySet().stream()
                .filter(person -> isSeated(person, _ -> true) && !hall.isIn(person))
                .toList();
    }
}
