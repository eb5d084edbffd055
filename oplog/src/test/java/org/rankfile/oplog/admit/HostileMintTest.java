// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.admit.CircleState.KnownEpoch;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpSealer.OldEpoch;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;

import java.util.List;

/// Mints of somebody who lies about keys. They may be read before it is known who wrote them.
class HostileMintTest {
    private final Village village = new Village(3);
    private final SealedOp note =
            village.hall.write(
                    village.ana, Draft.content(OpId.NONE, village.mint.id()), Cbor.map());

    private SealedOp forged(Device by, List<OldEpoch> links, EpochKeys keys) {
        Draft draft = Draft.authority(OpId.NONE, OpId.NONE, OpType.MINT, village.mint.id());
        return village.hall.mint(by, draft, Cbor.map(), List.of(village.cleo), links, keys);
    }

    private EpochKeys fresh() {
        return EpochKeys.generate(village.random);
    }

    private void assertReadsAll(Reader reader) {
        for (SealedOp op : village.ops()) {
            assertThat(Reader.verdict(reader.hallState, op.id())).isEqualTo("Stands");
        }
        assertThat(Reader.verdict(reader.hallState, note.id())).isEqualTo("Stands");
    }

    @Test
    @DisplayName("KEY-5: a stranger's mint that came first cannot give an epoch false keys")
    void falseKeysFromAStrangerKeepNobodyOut() {
        Device stranger = Ledger.device(village.random);
        SealedOp lie =
                forged(
                        stranger,
                        List.of(
                                new OldEpoch(village.mint.id(), fresh()),
                                new OldEpoch(village.genesis.id(), fresh())),
                        fresh());
        Reader cleo = village.reader(village.cleo);
        cleo.takeHall(lie);
        village.ops().reversed().forEach(cleo::takeHall);
        cleo.takeHall(note);
        assertReadsAll(cleo);
    }

    @Test
    @DisplayName("KEY-5: an insider who knows the authority key cannot give a false content key")
    void falseContentKeysKeepNobodyOut() {
        EpochKeys known = village.hall.keysOf(village.mint.id());
        EpochKeys half = new EpochKeys(fresh().content(), known.authority(), fresh().history());
        SealedOp lie = forged(village.ben, List.of(new OldEpoch(village.mint.id(), half)), fresh());
        for (boolean first : new boolean[] {true, false}) {
            Reader cleo = village.reader(village.cleo);
            if (first) {
                cleo.takeHall(lie);
            }
            village.ops().reversed().forEach(cleo::takeHall);
            cleo.takeHall(lie);
            cleo.takeHall(note);
            assertReadsAll(cleo);
        }
    }

    @Test
    @DisplayName("KEY-8: a link with false keys supersedes nothing, the next mint links again")
    void falseLinksSupersedeNothing() {
        SealedOp lie =
                forged(village.ben, List.of(new OldEpoch(village.mint.id(), fresh())), fresh());
        SealedOp sound = forged(village.ben, List.of(known(village.mint.id())), fresh());
        Reader cleo = village.informed(village.cleo);
        cleo.takeHall(lie);
        assertThat(cleo.hallState.isAdmitted(lie.id())).isTrue();
        assertThat(cleo.hallState.currentEpochs())
                .extracting(KnownEpoch::mint)
                .containsExactlyInAnyOrder(lie.id(), village.mint.id());
        cleo.takeHall(sound);
        assertThat(cleo.hallState.currentEpochs())
                .extracting(KnownEpoch::mint)
                .containsExactlyInAnyOrder(lie.id(), sound.id());
    }

    private OldEpoch known(OpId mint) {
        return new OldEpoch(mint, village.hall.keysOf(mint));
    }

    @Test
    @DisplayName("KEY-5: an epoch with another one's key makes no op of the other misplaced")
    void aKeyUsedTwiceRefusesNothing() {
        Secret content = village.hall.key(Plane.CONTENT, village.mint.id());
        Secret authority = village.hall.key(Plane.AUTHORITY, village.mint.id());
        for (EpochKeys copied :
                List.of(
                        new EpochKeys(content, fresh().authority(), fresh().history()),
                        new EpochKeys(fresh().content(), content, fresh().history()),
                        new EpochKeys(authority, fresh().authority(), fresh().history()))) {
            Reader cleo = village.reader(village.cleo);
            cleo.takeHall(forged(village.ben, List.of(), copied));
            cleo.takeHall(note);
            village.ops().reversed().forEach(cleo::takeHall);
            assertReadsAll(cleo);
        }
    }

    @Test
    @DisplayName("KEY-7: keys that only a link gave are read with, never written with")
    void linkedKeysAreNotWrittenWith() {
        SealedOp bens =
                village.hall.mint(
                        village.ben,
                        Draft.authority(OpId.NONE, OpId.NONE, OpType.MINT, village.mint.id()),
                        Cbor.map(),
                        List.of(village.ben),
                        List.of());
        SealedOp under =
                village.hall.write(village.ben, Draft.content(OpId.NONE, bens.id()), Cbor.map());
        Reader cleo = village.informed(village.cleo);
        cleo.takeHall(bens);
        cleo.takeHall(under);
        assertThat(Reader.verdict(cleo.hallState, under.id())).isEqualTo("Unread");
        Device stranger = Ledger.device(village.random);
        SealedOp strangers = forged(stranger, List.of(known(bens.id())), fresh());
        cleo.takeHall(strangers);
        assertThat(Reader.verdict(cleo.hallState, strangers.id())).isEqualTo("NOT_ALLOWED");
        assertThat(Reader.verdict(cleo.hallState, under.id())).isEqualTo("Stands");
        assertThat(cleo.hallState.currentEpochs())
                .filteredOn(epoch -> epoch.mint().equals(bens.id()))
                .singleElement()
                .satisfies(epoch -> assertThat(epoch.content()).isNull());
    }

    @Test
    @DisplayName("KEY-1, KEY-5: a mint that is no mint, or of the other plane, does not stand")
    void whatIsSealedAsAMintIsOne() {
        for (Draft draft :
                List.of(
                        Draft.authority(OpId.NONE, OpId.NONE, OpType.EVENTS, village.mint.id()),
                        Draft.authority(
                                OpId.NONE, village.mint.id(), OpType.MINT, village.mint.id()),
                        new Draft(Plane.CONTENT, OpId.NONE, List.of(), OpId.NONE, OpType.MINT))) {
            SealedOp mint =
                    village.hall.mint(
                            village.ben, draft, Cbor.map(), List.of(village.cleo), List.of());
            Reader cleo = village.informed(village.cleo);
            cleo.takeHall(mint);
            assertThat(Reader.verdict(cleo.hallState, mint.id())).isEqualTo("MISPLACED");
        }
        Header plain =
                village.hall.header(
                        village.ana,
                        Draft.authority(village.mint.id(), village.mint.id(), OpType.MINT));
        Secret key = village.hall.key(Plane.AUTHORITY, village.mint.id());
        SealedOp op = village.hall.seal(village.ana, plain, Cbor.map(), key);
        Reader cleo = village.informed(village.cleo);
        cleo.takeHall(op);
        assertThat(Reader.verdict(cleo.hallState, op.id())).isEqualTo("MISPLACED");
    }
}
