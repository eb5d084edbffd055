// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.SigningKey;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.join.DeviceKeys;

import java.util.ArrayList;
import java.util.List;

/// Makes `docs/spec/vectors/admission.json`: a village's hall and ops that break one rule of
/// admission each.
final class AdmissionCases {
    final Village village = new Village(9);
    final List<Case> cases = new ArrayList<>();

    /// An op and what a device that holds all of them makes of it.
    record Case(String clause, String what, String verdict, SealedOp op) {}

    AdmissionCases() {
        village();
        chains();
        adds();
        certificates();
        keepers();
    }

    private SealedOp add(String clause, String what, String verdict, SealedOp op) {
        cases.add(new Case(clause, what, verdict, op));
        return op;
    }

    private void village() {
        add("MEM-1", "Ana founds", "Stands", village.genesis);
        add("MEM-3", "Ana adds Ben, a manager", "Stands", village.addBen);
        add("MEM-4", "Ana certifies Ben's device", "Stands", village.benDevice);
        add("MEM-3", "Ana adds Cleo, a member", "Stands", village.addCleo);
        add("MEM-4", "Ana certifies Cleo's device", "Stands", village.cleoDevice);
        add("KEY-1", "Ana mints for the three", "Stands", village.mint);
        add("MEM-5", "Cleo writes", "Stands", cleos(Draft.content(OpId.NONE, mint())));
        add(
                "OP-17",
                "Cleo writes what nobody knows yet",
                "Stands",
                cleos(new Draft(Plane.AUTHORITY, OpId.NONE, List.of(mint()), mint(), 4000)));
    }

    private OpId mint() {
        return village.mint.id();
    }

    private SealedOp cleos(Draft draft) {
        return village.hall.write(village.cleo, draft, Cbor.map());
    }

    private SealedOp bens(int type, ObjectNode body) {
        return village.hall.write(
                village.ben, Draft.authority(OpId.NONE, mint(), type, mint()), body);
    }

    private void chains() {
        SealedOp one =
                village.hall.write(village.ben, Draft.content(OpId.NONE, mint()), Cbor.map());
        add("OP-13", "Ben's first", "Stands", one);
        Header sound = village.hall.header(village.ben, Draft.content(one.id(), mint()));
        SealedOp skipped =
                add(
                        "OP-13",
                        "a number left out",
                        "CHAIN",
                        sealed(with(sound, 3, one.id(), List.of())));
        add(
                "OP-13",
                "a backlink to another device's op",
                "CHAIN",
                sealed(with(sound, 2, cases.get(6).op().id(), List.of())));
        add(
                "OP-15",
                "a backlink to an op of the other plane",
                "Waits",
                sealed(with(sound, 2, mint(), List.of())));
        SealedOp unknown = sealed(with(sound, 2, one.id(), List.of(mint())));
        add("OP-15", "a dependency of the other plane", "Waits", unknown);
        add(
                "OP-15",
                "on an op that waits",
                "Waits",
                sealed(with(sound, 3, unknown.id(), List.of())));
        add(
                "OP-16",
                "on an op that was refused",
                "RESTS_ON_REFUSED",
                sealed(with(sound, 4, skipped.id(), List.of())));
        add(
                "OP-14",
                "another op of Ben's first number",
                "Stands",
                sealed(with(sound, 1, OpId.NONE, List.of())));
        add(
                "KEY-5",
                "sealed with the authority key, for the content plane",
                "Unread",
                village.hall.seal(
                        village.ben, sound, Cbor.map(), village.hall.key(Plane.AUTHORITY, mint())));
    }

    private SealedOp sealed(Header header) {
        return village.hall.seal(
                village.ben, header, Cbor.map(), village.hall.key(header.plane(), mint()));
    }

    private static Header with(Header of, long seq, OpId backlink, List<OpId> deps) {
        return new Header(
                of.circle(),
                of.plane(),
                of.device(),
                seq,
                backlink,
                deps,
                of.time(),
                of.epoch(),
                of.type());
    }

    private void adds() {
        add(
                "MEM-3",
                "a member adds somebody",
                "NOT_ALLOWED",
                village.hall.write(
                        village.cleo,
                        Draft.authority(OpId.NONE, mint(), OpType.ADD, mint()),
                        Ledger.person("Dora", Role.MEMBER)));
        ObjectNode text = Cbor.map();
        text.put("name", "Dora");
        text.put("role", "3");
        add("MEM-2", "a role that is a text", "BODY", bens(OpType.ADD, text));
        ObjectNode five = Cbor.map();
        five.put("name", "Dora");
        five.put("role", 5);
        add("MEM-2", "role 5", "BODY", bens(OpType.ADD, five));
        ObjectNode wide = Cbor.map();
        wide.put("name", "Dora");
        wide.put("role", (1L << 32) + 3);
        add("MEM-2", "role 2^32 + 3", "BODY", bens(OpType.ADD, wide));
        add(
                "MEM-3",
                "a name that moves the cursor",
                "BODY",
                bens(OpType.ADD, Ledger.person("Do\u202Era", Role.MEMBER)));
        add("MEM-3", "no name", "BODY", bens(OpType.ADD, Cbor.map().put("role", 1)));
        add("MEM-1", "a second founding", "NOT_ALLOWED", second());
    }

    private SealedOp second() {
        ObjectNode body = Ledger.person("Mallory", Role.MANAGER);
        DeviceCertificate.put(body, village.cleo.keys());
        return village.hall.mint(
                village.cleo,
                Draft.authority(OpId.NONE, OpId.NONE, OpType.GENESIS, mint()),
                body,
                List.of(village.ana, village.ben, village.cleo),
                List.of());
    }

    private void certificates() {
        Device fresh = Ledger.device(village.random);
        OpId cleo = village.addCleo.id();
        add(
                "MEM-4",
                "a member certifies a device of her own",
                "Stands",
                village.hall.write(
                        village.cleo,
                        Draft.authority(OpId.NONE, mint(), OpType.DEVICE_ADD, mint()),
                        Ledger.certificate(cleo, fresh)));
        add(
                "MEM-4",
                "a member certifies a device of another's",
                "NOT_ALLOWED",
                village.hall.write(
                        village.cleo,
                        Draft.authority(OpId.NONE, mint(), OpType.DEVICE_ADD, mint()),
                        Ledger.certificate(village.addBen.id(), fresh)));
        add(
                "MEM-4",
                "a device of nobody",
                "NOT_ALLOWED",
                bens(OpType.DEVICE_ADD, Ledger.certificate(mint(), fresh)));
        add(
                "MEM-4",
                "a key whose holder did not sign",
                "BODY",
                bens(OpType.DEVICE_ADD, unproven(fresh)));
        ObjectNode cut = Ledger.certificate(cleo, fresh);
        cut.put("prekey", new byte[1215]);
        add("MEM-4", "a prekey one byte too short", "BODY", bens(OpType.DEVICE_ADD, cut));
        add(
                "MEM-9",
                "a device that is certified, by an op that does not know it",
                "NOT_ALLOWED",
                village.hall.write(
                        village.cleo,
                        Draft.authority(OpId.NONE, mint(), 4000, village.addCleo.id()),
                        Cbor.map()));
        Device stranger = Ledger.device(village.random);
        add(
                "MEM-9",
                "a device that nobody certified",
                "NOT_ALLOWED",
                village.hall.write(stranger, Draft.content(OpId.NONE, mint()), Cbor.map()));
        add(
                "MEM-9",
                "content under an epoch older than the certificate",
                "NOT_ALLOWED",
                village.hall.write(
                        fresh, Draft.content(OpId.NONE, village.genesis.id()), Cbor.map()));
    }

    /// The keys of a device with a signature by somebody else.
    private ObjectNode unproven(Device device) {
        SigningKey other = SigningKey.generate(village.random);
        DeviceKeys sound = device.keys();
        DeviceKeys claimed =
                new DeviceKeys(
                        other.verifyKey(),
                        sound.prekey(),
                        sound.peer(),
                        sound.bySigning(),
                        sound.byPeer());
        ObjectNode body = Ledger.named(village.addCleo.id());
        DeviceCertificate.put(body, claimed);
        return body;
    }

    private void keepers() {
        Device keeper = Ledger.device(village.random);
        SealedOp add =
                add(
                        "MEM-2",
                        "Ben adds a keeper",
                        "Stands",
                        bens(OpType.ADD, Ledger.person("Attic", Role.KEEPER)));
        SealedOp device =
                add(
                        "MEM-2",
                        "and its device",
                        "Stands",
                        village.hall.write(
                                village.ben,
                                Draft.authority(add.id(), mint(), OpType.DEVICE_ADD),
                                Ledger.certificate(add.id(), keeper)));
        add(
                "MEM-2",
                "the keeper mints",
                "NOT_ALLOWED",
                village.hall.mint(
                        keeper,
                        Draft.authority(OpId.NONE, OpId.NONE, OpType.MINT, device.id()),
                        Cbor.map(),
                        List.of(village.ana, village.ben, village.cleo),
                        List.of()));
    }
}
