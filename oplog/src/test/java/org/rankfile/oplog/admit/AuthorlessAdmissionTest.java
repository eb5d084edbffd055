// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.admit.Ledger.Draft;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.OpSealer;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.testkit.Gen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class AuthorlessAdmissionTest {
    private final Village village = new Village(23);
    private final Ledger hall = village.hall;

    private SealedOp object(OpId epoch, String content) {
        return object(hall.key(Plane.CONTENT, epoch), content);
    }

    private SealedOp object(Secret key, String content) {
        return new OpSealer(village.ana.signing(), village.random)
                .authorless(
                        hall.tag,
                        hall.circle(),
                        new Hlc(1_795_564_800_000L, 0),
                        content.getBytes(UTF_8),
                        key);
    }

    /// Admits what begins with one of the letters, and refuses what begins with a question mark.
    private static AuthorlessGate gate(String letters) {
        return (_, content) -> {
            char first = (char) content[0];
            if (first == '?') {
                return Verdict.REFUSED;
            }
            return letters.indexOf(first) >= 0 ? Verdict.ADMITTED : Verdict.WAIT;
        };
    }

    private static void take(Reader reader, SealedOp object) {
        reader.takeHall(object);
    }

    @Test
    @DisplayName("OP-24: content without an author waits until the gate admits or refuses it")
    void theGateDecides() {
        Reader ben = village.informed(village.ben);
        SealedOp early = object(village.mint.id(), "a early");
        SealedOp late = object(village.mint.id(), "b late");
        take(ben, early);
        take(ben, late);
        assertThat(ben.authorless).isEmpty();
        assertThat(ben.hallState.penned()).isEqualTo(2);
        ben.gate = gate("a");
        assertThat(ben.hallState.regate()).isTrue();
        assertThat(ben.hallState.regate()).isFalse();
        SealedOp wrong = object(village.mint.id(), "? wrong");
        take(ben, wrong);
        assertThat(ben.authorless).containsExactly("a early");
        assertThat(Reader.verdict(ben.hallState, early.id())).isEqualTo("Stands");
        assertThat(Reader.verdict(ben.hallState, late.id())).isEqualTo("Penned");
        assertThat(Reader.verdict(ben.hallState, wrong.id())).isEqualTo("GATE");
    }

    @Test
    @DisplayName("OP-24, OP-23: the same is admitted in every order of objects, mints and gates")
    void everyOrderAdmitsTheSame() {
        Draft next = Draft.authority(village.mint.id(), OpId.NONE, OpType.MINT);
        SealedOp second =
                hall.mint(
                        village.ana,
                        next,
                        Cbor.map(),
                        List.of(village.ana, village.ben, village.cleo),
                        List.of(village.mint.id()));
        List<SealedOp> ops = village.ops();
        ops.add(second);
        for (OpId epoch : List.of(village.genesis.id(), village.mint.id(), second.id())) {
            for (String content : List.of("a", "b", "c", "z never", "? wrong")) {
                ops.add(object(epoch, content));
            }
        }
        Gen.forSeeds(
                1,
                150,
                seed -> {
                    Random random = new Random(seed);
                    List<SealedOp> order = new ArrayList<>(ops);
                    Collections.shuffle(order, random);
                    Reader reader =
                            village.reader(random.nextBoolean() ? village.ben : village.cleo);
                    for (SealedOp op : order) {
                        take(reader, op);
                        if (random.nextInt(6) == 0) {
                            reader.gate = gate(Gen.pick(random, List.of("a", "ab", "abc")));
                            reader.hallState.regate();
                        }
                    }
                    reader.gate = gate("abc");
                    reader.hallState.regate();
                    assertThat(reader.authorless)
                            .containsExactlyInAnyOrder("a", "a", "a", "b", "b", "b", "c", "c", "c");
                    assertThat(reader.hallState.penned()).isEqualTo(3);
                    assertThat(reader.hallState.refused()).isEqualTo(3);
                });
    }

    @Test
    @DisplayName("OP-23: under the key of a mint that does not stand nothing is read")
    void aRefusedMintOpensNothing() {
        Device stranger = Ledger.device(village.random);
        Draft draft = Draft.authority(OpId.NONE, OpId.NONE, OpType.MINT, village.mint.id());
        SealedOp mint = hall.mint(stranger, draft, Cbor.map(), List.of(village.cleo), List.of());
        SealedOp object = object(mint.id(), "a");
        Reader cleo = village.informed(village.cleo);
        cleo.gate = gate("a");
        take(cleo, object);
        take(cleo, mint);
        assertThat(Reader.verdict(cleo.hallState, mint.id())).isEqualTo("NOT_ALLOWED");
        assertThat(Reader.verdict(cleo.hallState, object.id())).isEqualTo("Unread");
        assertThat(cleo.authorless).isEmpty();
    }

    @Test
    @DisplayName("OP-23: an object under a key of the authority plane is not read")
    void onlyContentKeysOpen() {
        SealedOp object = object(hall.key(Plane.AUTHORITY, village.mint.id()), "a");
        Reader ben = village.informed(village.ben);
        ben.gate = gate("a");
        take(ben, object);
        assertThat(Reader.verdict(ben.hallState, object.id())).isEqualTo("Unread");
    }

    @Test
    @DisplayName("OP-23: what a relay moved to another hour is refused by everybody with the key")
    void aMovedObjectIsRefused() {
        byte[] wire = object(village.mint.id(), "a").wire().clone();
        wire[22] ^= 1;
        SealedOp moved = SealedOp.parse(wire).orElseThrow();
        Reader ben = village.informed(village.ben);
        ben.gate = gate("a");
        take(ben, moved);
        assertThat(Reader.verdict(ben.hallState, moved.id())).isEqualTo("FORMAT");
    }
}
