// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.OpenedOp;

import java.util.Optional;
import java.util.OptionalInt;

/// What an authority op of the hall does to people, as its type and body (MEM-11).
public final class DeedCodec {
    private static final int REMOVAL = 0;
    private static final int TAKEN_BACK = 0;
    private static final int WANTED = 1;

    private DeedCodec() {}

    /// The deed; missing where the body says nothing that can be done.
    public static Optional<Deed> read(OpenedOp op) {
        return switch (op.header().type()) {
            case OpType.GENESIS -> body(op).filter(DeedCodec::isNamed).flatMap(DeedCodec::founder);
            case OpType.ADD ->
                    body(op).filter(DeedCodec::isNamed).flatMap(DeedCodec::role).map(Deed.Add::new);
            case OpType.DEVICE_ADD -> body(op).flatMap(DeedCodec::certificate);
            case OpType.ROLE -> body(op).flatMap(DeedCodec::assignment);
            case OpType.SUSPEND -> body(op).flatMap(DeedCodec::person).map(Deed.Suspend::new);
            case OpType.REINSTATE ->
                    body(op).flatMap(body -> Cbor.hash(body, "suspension"))
                            .map(OpId::new)
                            .map(Deed.Reinstate::new);
            case OpType.REMOVE -> body(op).flatMap(DeedCodec::person).map(Deed.Remove::new);
            case OpType.REVOKE -> body(op).flatMap(DeedCodec::revocation);
            case OpType.ENDORSE -> body(op).flatMap(DeedCodec::word);
            default -> Optional.of(new Deed.Other());
        };
    }

    private static Optional<ObjectNode> body(OpenedOp op) {
        return Cbor.read(op.body());
    }

    private static boolean isNamed(ObjectNode body) {
        return name(body).isPresent();
    }

    /// A person's name in a body.
    static Optional<String> name(ObjectNode body) {
        return Cbor.text(body, "name", 200).filter(Founding::isName);
    }

    private static Optional<PersonId> person(ObjectNode body) {
        return Cbor.hash(body, "person").map(PersonId::new);
    }

    private static Optional<Role> role(ObjectNode body) {
        return role(Cbor.number(body, "role"));
    }

    private static Optional<Role> role(OptionalInt code) {
        for (Role role : Role.values()) {
            if (OptionalInt.of(role.code()).equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static Optional<Deed> founder(ObjectNode body) {
        return DeviceCertificate.get(body).map(DeviceCertificate::device).map(Deed.Found::new);
    }

    private static Optional<Deed> certificate(ObjectNode body) {
        return person(body)
                .flatMap(person ->
                        DeviceCertificate.get(body)
                                .map(keys ->
                                        new Deed.Certify(person, DeviceCertificate.device(keys))));
    }

    private static Optional<Deed> assignment(ObjectNode body) {
        return person(body)
                .flatMap(person -> role(body).map(role -> new Deed.Assign(person, role)));
    }

    private static Optional<Deed> revocation(ObjectNode body) {
        return person(body)
                .flatMap(person ->
                        Cbor.hash(body, "device")
                                .map(DeviceId::new)
                                .map(device -> new Deed.Revoke(person, device)));
    }

    private static Optional<Deed> word(ObjectNode body) {
        OptionalInt code = Cbor.number(body, "role");
        OptionalInt wanted = Cbor.number(body, "wanted");
        boolean removal = code.equals(OptionalInt.of(REMOVAL));
        Optional<Role> role = role(code);
        boolean sound =
                (removal || role.isPresent())
                        && wanted.isPresent()
                        && (wanted.getAsInt() == WANTED || wanted.getAsInt() == TAKEN_BACK);
        return person(body)
                .filter(_ -> sound)
                .map(person ->
                        new Deed.Endorse(
                                new Deed.Matter(person, role), wanted.getAsInt() == WANTED));
    }

    /// The type of the op that does it.
    ///
    /// @throws IllegalArgumentException for what needs more than its deed: people and devices that
    ///   are new
    public static int type(Deed deed) {
        return switch (deed) {
            case Deed.Assign _ -> OpType.ROLE;
            case Deed.Suspend _ -> OpType.SUSPEND;
            case Deed.Reinstate _ -> OpType.REINSTATE;
            case Deed.Remove _ -> OpType.REMOVE;
            case Deed.Revoke _ -> OpType.REVOKE;
            case Deed.Endorse _ -> OpType.ENDORSE;
            case Deed.Found _, Deed.Add _, Deed.Certify _, Deed.Other _ ->
                    throw new IllegalArgumentException("needs more than its deed");
        };
    }

    /// The body of the op that does it.
    ///
    /// @throws IllegalArgumentException as [#type] does
    public static byte[] body(Deed deed) {
        ObjectNode body = Cbor.map();
        switch (deed) {
            case Deed.Assign(PersonId person, Role role) -> {
                put(body, person);
                body.put("role", role.code());
            }
            case Deed.Suspend(PersonId person) -> put(body, person);
            case Deed.Reinstate(OpId suspension) ->
                    body.put("suspension", suspension.hash().bytes());
            case Deed.Remove(PersonId person) -> put(body, person);
            case Deed.Revoke(PersonId person, DeviceId device) -> {
                put(body, person);
                body.put("device", device.hash().bytes());
            }
            case Deed.Endorse(Deed.Matter matter, boolean wanted) -> {
                put(body, matter.person());
                body.put("role", matter.role().map(Role::code).orElse(REMOVAL));
                body.put("wanted", wanted ? WANTED : TAKEN_BACK);
            }
            case Deed.Found _, Deed.Add _, Deed.Certify _, Deed.Other _ ->
                    throw new IllegalArgumentException("needs more than its deed");
        }
        return Cbor.write(body);
    }

    private static void put(ObjectNode body, PersonId person) {
        body.put("person", person.hash().bytes());
    }
}
