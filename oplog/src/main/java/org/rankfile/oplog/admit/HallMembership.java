// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.join.DeviceKeys;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The hall: people are admitted by managers, devices certified by managers or by their own person.
public final class HallMembership implements Membership {
    private final OpId circle;
    private final Hall hall;

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
        int type = op.header().type();
        if (type == OpType.GENESIS) {
            return genesis(op);
        }
        List<Hall.Person> authors =
                hall.peopleOf(op.header().device(), knew).stream()
                        .filter(person -> person.role() != Role.KEEPER)
                        .toList();
        if (authors.isEmpty()) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        if (op.header().plane() == Plane.CONTENT) {
            return Optional.empty();
        }
        return switch (type) {
            case OpType.ADD -> hasManager(authors) ? add(op) : Optional.of(Refusal.NOT_ALLOWED);
            case OpType.DEVICE_ADD -> deviceAdd(op, authors, knew);
            default -> Optional.empty();
        };
    }

    private Optional<Refusal> genesis(OpenedOp op) {
        boolean first = op.op().id().equals(circle) && hall.people().isEmpty();
        if (!first) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        return founder(op).isPresent() ? Optional.empty() : Optional.of(Refusal.BODY);
    }

    /// The founder's device, certified by the genesis itself.
    private static Optional<DeviceKeys> founder(OpenedOp op) {
        return Cbor.read(op.body())
                .filter(body -> name(body).isPresent())
                .flatMap(DeviceCertificate::get)
                .filter(keys -> DeviceCertificate.device(keys).equals(op.header().device()));
    }

    private static Optional<Refusal> add(OpenedOp op) {
        Optional<ObjectNode> body = Cbor.read(op.body());
        boolean sound =
                body.isPresent() && name(body.get()).isPresent() && role(body.get()).isPresent();
        return sound ? Optional.empty() : Optional.of(Refusal.BODY);
    }

    private Optional<Refusal> deviceAdd(OpenedOp op, List<Hall.Person> authors, Causality knew) {
        Optional<ObjectNode> body = Cbor.read(op.body());
        Optional<PersonId> person = body.flatMap(b -> Cbor.hash(b, "person")).map(PersonId::new);
        if (person.isEmpty() || body.flatMap(DeviceCertificate::get).isEmpty()) {
            return Optional.of(Refusal.BODY);
        }
        Hall.Person whose = hall.person(person.get());
        boolean known = whose != null && knew.includes(whose.since());
        boolean allowed = hasManager(authors) || authors.contains(whose);
        return known && allowed ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
    }

    @Override
    public void apply(OpenedOp op, Dot dot) {
        switch (op.header().type()) {
            case OpType.GENESIS -> applyGenesis(op, dot);
            case OpType.ADD -> {
                ObjectNode body = Cbor.read(op.body()).orElseThrow();
                PersonId id = new PersonId(op.op().id().hash());
                String name = name(body).orElseThrow();
                hall.add(new Hall.Person(id, name, role(body).orElseThrow(), dot));
            }
            case OpType.DEVICE_ADD -> {
                ObjectNode body = Cbor.read(op.body()).orElseThrow();
                PersonId person = new PersonId(Cbor.hash(body, "person").orElseThrow());
                device(op, person, DeviceCertificate.get(body).orElseThrow(), dot);
            }
            default -> {
                // Mints and merges say nothing about people; unknown types are kept and ignored.
            }
        }
    }

    private void applyGenesis(OpenedOp op, Dot dot) {
        PersonId id = new PersonId(op.op().id().hash());
        ObjectNode body = Cbor.read(op.body()).orElseThrow();
        hall.add(new Hall.Person(id, name(body).orElseThrow(), Role.MANAGER, dot));
        device(op, id, founder(op).orElseThrow(), dot);
    }

    private void device(OpenedOp op, PersonId person, DeviceKeys keys, Dot dot) {
        DeviceId id = DeviceCertificate.device(keys);
        hall.add(new Hall.Device(id, person, keys, dot, op.op().id()));
    }

    @Override
    public Optional<PersonId> author(DeviceId device, Causality knew) {
        return hall.peopleOf(device, knew).stream().map(Hall.Person::id).findFirst();
    }

    @Override
    public boolean includes(PersonId person) {
        return hall.person(person) != null;
    }

    @Override
    public Collection<PersonId> people() {
        return hall.people().stream().map(Hall.Person::id).toList();
    }

    private static boolean hasManager(List<Hall.Person> people) {
        return people.stream().anyMatch(person -> person.role() == Role.MANAGER);
    }

    private static Optional<String> name(ObjectNode body) {
        return Cbor.text(body, "name", 200).filter(Founding::isName);
    }

    private static Optional<Role> role(ObjectNode body) {
        OptionalInt code = Cbor.number(body, "role");
        for (Role role : Role.values()) {
            if (OptionalInt.of(role.code()).equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
