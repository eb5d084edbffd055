// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpSealer.OldEpoch;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;

import java.util.List;

/// What somebody unknown brings is judged before anything is learnt or kept of it.
class WouldStandTest {
    private final Village village = new Village(11);
    private final Reader ana = village.reader(village.ana);

    private SealedOp mint(Device by, List<OldEpoch> links, OpId... deps) {
        return village.hall.mint(
                by,
                Draft.authority(OpId.NONE, OpId.NONE, OpType.MINT, deps),
                Cbor.map(),
                List.of(village.ana),
                links,
                EpochKeys.generate(village.random));
    }

    private void takeInTurn() {
        ana.takeHall(village.genesis);
        for (SealedOp op : village.ops().subList(1, village.ops().size())) {
            assertThat(ana.hallState.wouldStand(op)).isTrue();
            assertThat(ana.hallState.keysOf(village.mint.id())).isEmpty();
            ana.takeHall(op);
            assertThat(ana.hallState.isAdmitted(op.id())).isTrue();
        }
    }

    @Test
    @DisplayName(
            "JOIN-44, JOIN-45: what would stand stands when it is taken; judging teaches nothing")
    void whatWouldStandStands() {
        takeInTurn();
        assertThat(ana.hallState.keysOf(village.mint.id())).isPresent();
    }

    @Test
    @DisplayName("JOIN-45: what rests on something that is not here would not stand")
    void outOfOrder() {
        ana.takeHall(village.genesis);
        for (SealedOp op : village.ops().subList(2, village.ops().size())) {
            assertThat(ana.hallState.wouldStand(op)).isFalse();
        }
    }

    @Test
    @DisplayName("JOIN-44, KEY-5: false keys that came first do not make a true mint look false")
    void falseKeysAreNotBelieved() {
        Device stranger = Ledger.device(village.random);
        EpochKeys lie = EpochKeys.generate(village.random);
        ana.takeHall(mint(stranger, List.of(new OldEpoch(village.mint.id(), lie))));
        assertThat(ana.hallState.keysOf(village.mint.id())).isPresent();
        ana.takeHall(village.genesis);
        for (SealedOp op : village.ops().subList(1, village.ops().size())) {
            assertThat(ana.hallState.wouldStand(op)).isTrue();
            ana.takeHall(op);
        }
        assertThat(Reader.verdict(ana.hallState, village.mint.id())).isEqualTo("Stands");
    }

    @Test
    @DisplayName("JOIN-45, KEY-5: a stranger's mint teaches nothing, not even through its links")
    void aStrangersMint() {
        takeInTurn();
        Device stranger = Ledger.device(village.random);
        OpId hidden = mint(village.ben, List.of(), village.mint.id()).id();
        EpochKeys lie = EpochKeys.generate(village.random);
        SealedOp forged = mint(stranger, List.of(new OldEpoch(hidden, lie)), village.mint.id());
        assertThat(ana.hallState.wouldStand(forged)).isFalse();
        assertThat(ana.hallState.keysOf(forged.id())).isEmpty();
        assertThat(ana.hallState.keysOf(hidden)).isEmpty();
    }

    @Test
    @DisplayName(
            "JOIN-45, MEM-7: in the committee, who has no seat brings nothing that would stand")
    void withoutASeat() {
        village.ops().forEach(ana::takeHall);
        Ledger committee = new Ledger(village.random);
        SealedOp genesis = committee.genesis(village.ana, Ledger.named(village.hall.circle()));
        Reader seated = new Reader(village.ana, village.hall.circle(), committee.circle());
        seated.takeCommittee(genesis);
        SealedOp seatBen = committee.seat(village.ana, genesis.id(), village.addBen.id());
        assertThat(seated.committeeState.wouldStand(seatBen)).isFalse();
        village.ops().forEach(seated::takeHall);
        assertThat(seated.committeeState.wouldStand(seatBen)).isTrue();
        OpId cleo = village.addCleo.id();
        SealedOp early = committee.seat(village.ben, OpId.NONE, cleo, genesis.id());
        assertThat(seated.committeeState.wouldStand(early)).isFalse();
        seated.takeCommittee(seatBen);
        assertThat(seated.committeeState.wouldStand(early)).isFalse();
        SealedOp seatCleo = committee.seat(village.ben, OpId.NONE, cleo, seatBen.id());
        assertThat(seated.committeeState.wouldStand(seatCleo)).isTrue();
        seated.takeCommittee(seatCleo);
        SealedOp noManager = committee.seat(village.cleo, OpId.NONE, cleo, seatCleo.id());
        assertThat(seated.committeeState.wouldStand(noManager)).isFalse();
    }
}
