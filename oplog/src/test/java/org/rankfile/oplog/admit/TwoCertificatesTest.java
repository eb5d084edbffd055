// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.testkit.Gen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Dora's device was admitted by Ana, whose answer was lost, and then by Ben, who had not heard of
/// it: one device, two people of the hall.
class TwoCertificatesTest {
    private final Village village = new Village(4);
    private final Device dora = Ledger.device(village.random);
    private final Map<String, OpId> people = new HashMap<>();
    private final List<SealedOp> hall = village.ops();

    private OpId mint() {
        return village.mint.id();
    }

    /// Adds Dora and her device; returns the certificate.
    private SealedOp admit(Device by, OpId after, String name, OpId... deps) {
        SealedOp add =
                village.hall.write(
                        by,
                        Draft.authority(after, mint(), OpType.ADD, deps),
                        Ledger.person(name, Role.STEWARD));
        SealedOp device =
                village.hall.write(
                        by,
                        Draft.authority(add.id(), mint(), OpType.DEVICE_ADD),
                        Ledger.certificate(add.id(), dora));
        people.put(name, add.id());
        hall.add(add);
        hall.add(device);
        return device;
    }

    private OpId person(String name) {
        return Optional.ofNullable(people.get(name)).orElseThrow();
    }

    private SealedOp admittedByAna() {
        return admit(village.ana, mint(), "Dora, says Ana");
    }

    private SealedOp admittedByBen() {
        return admit(village.ben, OpId.NONE, "Dora, says Ben", mint());
    }

    @Test
    @DisplayName("MEM-6: what was said with one certificate stands, whichever came first")
    void eachCertificateHolds() {
        OpId anas = admittedByAna().id();
        OpId bens = admittedByBen().id();
        SealedOp knowsAna =
                village.hall.write(
                        dora, Draft.authority(OpId.NONE, mint(), 4000, anas), Cbor.map());
        SealedOp knowsBen =
                village.hall.write(
                        dora, Draft.authority(OpId.NONE, mint(), 4001, bens), Cbor.map());
        hall.add(knowsAna);
        hall.add(knowsBen);
        Gen.forSeeds(
                1,
                40,
                seed -> {
                    Collections.shuffle(hall, new Random(seed));
                    Reader cleo = village.reader(village.cleo);
                    hall.forEach(cleo::takeHall);
                    assertThat(hall)
                            .allSatisfy(op ->
                                    assertThat(Reader.verdict(cleo.hallState, op.id()))
                                            .isEqualTo("Stands"));
                });
    }

    @Test
    @DisplayName(
            "MEM-7: a seat in the committee holds for the person who was seated,"
                    + " whichever certificate came first")
    void aSeatHoldsInEveryOrder() {
        admittedByAna();
        admittedByBen();
        Ledger committee = new Ledger(village.random);
        ObjectNode founding = Ledger.named(village.hall.circle());
        SealedOp genesis = committee.genesis(village.ana, founding);
        SealedOp seatBen = committee.seat(village.ana, genesis.id(), village.addBen.id());
        SealedOp seatDora =
                committee.seat(village.ben, OpId.NONE, person("Dora, says Ben"), seatBen.id());
        SealedOp again = committee.seat(village.ana, seatBen.id(), person("Dora, says Ben"));
        SealedOp mint =
                committee.mint(
                        village.ben,
                        Draft.authority(seatDora.id(), OpId.NONE, OpType.MINT),
                        Cbor.map(),
                        List.of(village.ana, village.ben, dora),
                        List.of(genesis.id()));
        SealedOp note = committee.write(dora, Draft.content(OpId.NONE, mint.id()), Cbor.map());
        List<SealedOp> ops =
                new ArrayList<>(List.of(genesis, seatBen, seatDora, again, mint, note));
        Gen.forSeeds(
                1,
                60,
                seed -> {
                    Random random = new Random(seed);
                    Reader ben = new Reader(village.ben, village.hall.circle(), committee.circle());
                    mixed(random, ops, ben);
                    assertThat(ops)
                            .allSatisfy(op ->
                                    assertThat(Reader.verdict(ben.committeeState, op.id()))
                                            .isEqualTo("Stands"));
                    assertThat(ben.authors.get(note.id()))
                            .isEqualTo(new PersonId(person("Dora, says Ben").hash()));
                });
    }

    private void mixed(Random random, List<SealedOp> committee, Reader reader) {
        List<SealedOp> all = new ArrayList<>(hall);
        all.addAll(committee);
        Collections.shuffle(all, random);
        Set<SealedOp> seats = Set.copyOf(committee);
        for (SealedOp op : all) {
            if (seats.contains(op)) {
                reader.takeCommittee(op);
            } else {
                reader.takeHall(op);
            }
        }
    }

    @Test
    @DisplayName(
            "MEM-7: who is in the hall and has no seat writes nothing in the committee,"
                    + " and a steward seats nobody")
    void withoutASeatNothingStands() {
        admittedByAna();
        Ledger committee = new Ledger(village.random);
        SealedOp genesis = committee.genesis(village.ana, Ledger.named(village.hall.circle()));
        SealedOp seat = committee.seat(village.ana, genesis.id(), person("Dora, says Ana"));
        SealedOp cleos =
                committee.write(village.cleo, Draft.content(OpId.NONE, genesis.id()), Cbor.map());
        SealedOp doras = committee.seat(dora, OpId.NONE, village.addCleo.id(), seat.id());
        SealedOp nothing =
                committee.write(
                        village.ana,
                        Draft.authority(seat.id(), genesis.id(), OpType.JOIN_CIRCLE),
                        Cbor.map());
        Reader ana = new Reader(village.ana, village.hall.circle(), committee.circle());
        hall.forEach(ana::takeHall);
        List.of(genesis, seat, cleos, doras, nothing).forEach(ana::takeCommittee);
        assertThat(Reader.verdict(ana.committeeState, seat.id())).isEqualTo("Stands");
        assertThat(Reader.verdict(ana.committeeState, cleos.id())).isEqualTo("Waits");
        assertThat(Reader.verdict(ana.committeeState, doras.id())).isEqualTo("Waits");
        assertThat(Reader.verdict(ana.committeeState, nothing.id())).isEqualTo("BODY");
        assertThat(ana.committee.people())
                .containsExactlyInAnyOrder(
                        new PersonId(village.hall.circle().hash()),
                        new PersonId(person("Dora, says Ana").hash()));
    }
}
