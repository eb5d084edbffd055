// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpSealer;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.testkit.SeededRandom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes one circle's ops, sound ones and others. What each op knows is what the test says.
final class Ledger {
    final CircleTag tag;
    private final Map<OpId, EpochKeys> keys = new HashMap<>();
    private final SeededRandom random;
    private final Map<OpId, Header> headers = new HashMap<>();
    private OpId circle = OpId.NONE;

    Ledger(SeededRandom random) {
        this.random = random;
        tag = CircleTag.of(random.bytes(CircleTag.BYTES));
    }

    static Device device(SeededRandom random) {
        return new Device(
                SigningKey.generate(random), PreKey.generate(random), SigningKey.generate(random));
    }

    OpId circle() {
        return circle;
    }

    /// What an op says and on what it rests.
    ///
    /// @param after the device's op before, [OpId#NONE] for its first
    record Draft(Plane plane, OpId after, List<OpId> deps, OpId epoch, int type) {
        static Draft authority(OpId after, OpId epoch, int type, OpId... deps) {
            return new Draft(Plane.AUTHORITY, after, List.of(deps), epoch, type);
        }

        static Draft content(OpId after, OpId epoch, OpId... deps) {
            return new Draft(Plane.CONTENT, after, List.of(deps), epoch, OpType.EVENTS);
        }
    }

    SealedOp genesis(Device by, ObjectNode body) {
        Draft draft = Draft.authority(OpId.NONE, OpId.NONE, OpType.GENESIS);
        SealedOp op = mint(by, draft, body, List.of(by), List.of());
        circle = op.id();
        return op;
    }

    /// A mint for the given devices, which links to earlier epochs with the keys we know.
    SealedOp mint(Device by, Draft draft, ObjectNode body, List<Device> audience, List<OpId> old) {
        List<OpSealer.OldEpoch> links =
                old.stream().map(id -> new OpSealer.OldEpoch(id, keysOf(id))).toList();
        return mint(by, draft, body, audience, links, EpochKeys.generate(random));
    }

    SealedOp mint(
            Device by,
            Draft draft,
            ObjectNode body,
            List<Device> audience,
            List<OpSealer.OldEpoch> links,
            EpochKeys fresh) {
        List<OpSealer.Recipient> recipients =
                audience.stream()
                        .map(d -> new OpSealer.Recipient(d.prekey().publicKey(), true))
                        .toList();
        Header header = header(by, draft);
        SealedOp op =
                new OpSealer(by.signing(), random)
                        .mint(
                                tag,
                                header,
                                Cbor.write(body),
                                new OpSealer.Mint(fresh, recipients, links));
        keys.put(op.id(), fresh);
        headers.put(op.id(), header);
        return op;
    }

    SealedOp write(Device by, Draft draft, ObjectNode body) {
        return seal(by, header(by, draft), body, key(draft.plane(), draft.epoch()));
    }

    /// Seats a person in this circle, which is a committee.
    SealedOp seat(Device by, OpId after, OpId person, OpId... deps) {
        return write(by, Draft.authority(after, circle, OpType.JOIN_CIRCLE, deps), named(person));
    }

    EpochKeys keysOf(OpId epoch) {
        return Optional.ofNullable(keys.get(epoch)).orElseThrow();
    }

    Secret key(Plane plane, OpId epoch) {
        EpochKeys of = keysOf(epoch);
        return plane == Plane.AUTHORITY ? of.authority() : of.content();
    }

    SealedOp seal(Device by, Header header, ObjectNode body, Secret key) {
        SealedOp op = new OpSealer(by.signing(), random).op(tag, header, Cbor.write(body), key);
        headers.put(op.id(), header);
        return op;
    }

    Header header(Device by, Draft draft) {
        Header before = headers.get(draft.after());
        long seq = before == null ? 1 : before.seq() + 1;
        return new Header(
                circle,
                draft.plane(),
                DeviceId.of(by.signing().verifyKey()),
                seq,
                draft.after(),
                draft.deps().stream().sorted().toList(),
                new Hlc(1_795_564_800_000L + headers.size(), 0),
                draft.epoch(),
                draft.type());
    }

    static ObjectNode person(String name, Role role) {
        ObjectNode body = Cbor.map();
        body.put("name", name);
        body.put("role", role.code());
        return body;
    }

    static ObjectNode named(OpId person) {
        ObjectNode body = Cbor.map();
        body.put("person", person.hash().bytes());
        return body;
    }

    static ObjectNode certificate(OpId person, Device device) {
        ObjectNode body = named(person);
        DeviceCertificate.put(body, device.keys());
        return body;
    }
}
