// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpSealer;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.join.Introduction;
import org.rankfile.oplog.join.IntroductionDoor;
import org.rankfile.oplog.join.IntroductionEnd;
import org.rankfile.oplog.sync.SyncRole;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Newcomers and members who have not heard of them.
class IntroductionTest {
    private static final byte[] HANDSHAKE = "one connection of 32 bytes here.".getBytes(UTF_8);

    private final SeededRandom random = new SeededRandom(4);
    private Laptop manager;
    private Laptop old;
    private Laptop fresh;

    @BeforeEach
    void aMemberWhoWasAwayWhileAnotherJoined() throws Exception {
        manager = Laptop.founder(random, ManualTime.atTestMorning());
        old = Laptop.admitted(manager, "Ben", Role.STEWARD, random);
        catchUp(manager, old);
        fresh = Laptop.admitted(manager, "Cleo", Role.MEMBER, random);
        catchUp(manager, fresh);
    }

    private static void catchUp(Laptop from, Laptop to) throws Exception {
        from.give(to, "hall", 1, new Random(1));
    }

    private static PeerId peer(Laptop laptop) {
        return PeerId.of(laptop.replica().device().peer().verifyKey());
    }

    private static CircleDoor door(Laptop of, Laptop to) {
        return door(of, peer(to));
    }

    private static CircleDoor door(Laptop of, PeerId to) {
        Circle hall = of.replica().log().circle("hall").orElseThrow();
        return new CircleDoor(of.replica(), hall, to);
    }

    private static Introduction side(SyncRole role, IntroductionDoor door) {
        return new Introduction(role, HANDSHAKE, List.of(door));
    }

    private static int held(Laptop laptop) {
        return laptop.replica().status().circles().getFirst().ops();
    }

    private static int heldNow(Laptop laptop) {
        return laptop.replica().log().circle("hall").orElseThrow().inventory().size();
    }

    /// Two sides and the messages between them, which may be changed on their way.
    private record Talk(Introduction caller, Introduction called, List<Integer> typesOfCalled) {
        static Talk between(IntroductionDoor caller, IntroductionDoor called) {
            return between(caller, called, bytes -> bytes);
        }

        static Talk between(
                IntroductionDoor caller, IntroductionDoor called, UnaryOperator<byte[]> way) {
            Talk talk =
                    new Talk(
                            side(SyncRole.INITIATOR, caller),
                            side(SyncRole.RESPONDER, called),
                            new ArrayList<>());
            boolean moved = true;
            while (moved) {
                moved = talk.carry(talk.caller, talk.called, way, new ArrayList<>());
                moved |= talk.carry(talk.called, talk.caller, way, talk.typesOfCalled);
            }
            return talk;
        }

        private boolean carry(
                Introduction from, Introduction to, UnaryOperator<byte[]> way, List<Integer> seen) {
            boolean moved = false;
            for (Optional<byte[]> m = from.next(); m.isPresent(); m = from.next()) {
                seen.add((int) m.get()[0]);
                byte[] arrives = way.apply(m.get().clone());
                if (arrives.length > 0 && arrives.length <= to.messageBytes()) {
                    to.receive(arrives);
                }
                moved = true;
            }
            return moved;
        }

        void endsWith(IntroductionEnd atCaller, IntroductionEnd atCalled) {
            assertThat(caller.end()).contains(atCaller);
            assertThat(called.end()).contains(atCalled);
        }
    }

    @Test
    @DisplayName("JOIN-42, JOIN-44: a newcomer who dials shows its admission and is known")
    void theNewcomerDials() {
        assertThat(door(old, fresh).isKnown()).isFalse();
        Talk talk = Talk.between(door(fresh, old), door(old, fresh));
        talk.endsWith(IntroductionEnd.ACQUAINTED, IntroductionEnd.ACQUAINTED);
        assertThat(door(old, fresh).isKnown()).isTrue();
        assertThat(old.replica().members("hall"))
                .extracting(Member::name)
                .containsExactly("Ana", "Ben", "Cleo");
        assertThat(held(old)).isEqualTo(held(fresh));
    }

    @Test
    @DisplayName("JOIN-42, JOIN-43: a newcomer who is dialled shows it to whom it knows")
    void theNewcomerIsDialled() {
        Talk talk = Talk.between(door(old, fresh), door(fresh, old));
        talk.endsWith(IntroductionEnd.ACQUAINTED, IntroductionEnd.ACQUAINTED);
        assertThat(door(old, fresh).isKnown()).isTrue();
    }

    @Test
    @DisplayName("JOIN-43: two newcomers of two managers become acquainted")
    void bothAreUnknown() throws Exception {
        Laptop second = Laptop.admitted(manager, "Dora", Role.MANAGER, random);
        catchUp(manager, second);
        manager.give(second, "committee", 1, new Random(1));
        Laptop ofFirst = Laptop.admitted(manager, "Emil", Role.MEMBER, random);
        Laptop ofSecond = Laptop.admitted(second, "Fay", Role.MEMBER, random);
        catchUp(manager, ofFirst);
        catchUp(second, ofSecond);
        Talk talk = Talk.between(door(ofFirst, ofSecond), door(ofSecond, ofFirst));
        talk.endsWith(IntroductionEnd.ACQUAINTED, IntroductionEnd.ACQUAINTED);
        assertThat(door(ofFirst, ofSecond).isKnown()).isTrue();
        assertThat(door(ofSecond, ofFirst).isKnown()).isTrue();
    }

    @Test
    @DisplayName("JOIN-40: who does not have the root secret hears nothing and leaves nothing")
    void aStranger() {
        int before = heldNow(old);
        Thief thief = Thief.of(door(fresh, old));
        thief.root = Secret.copyOf(new byte[CircleIdentity.ROOT_BYTES]);
        Introduction called = side(SyncRole.RESPONDER, door(old, manager));
        called.receive(side(SyncRole.INITIATOR, thief).next().orElseThrow());
        assertThat(called.next()).isEmpty();
        assertThat(called.end()).contains(IntroductionEnd.FOREIGN);
        assertThat(called.messageBytes()).isLessThan(20);
        assertThat(heldNow(old)).isEqualTo(before);
    }

    @Test
    @DisplayName("JOIN-40: an echoed token, or one of another connection, proves nothing")
    void echoesAndReplays() {
        Introduction caller = side(SyncRole.INITIATOR, door(old, fresh));
        byte[] greeting = caller.next().orElseThrow();
        caller.receive(greeting);
        assertThat(caller.end()).contains(IntroductionEnd.FOREIGN);
        Introduction elsewhere =
                new Introduction(
                        SyncRole.INITIATOR,
                        "another connection".getBytes(UTF_8),
                        List.of(door(fresh, old)));
        Introduction called = side(SyncRole.RESPONDER, door(old, fresh));
        called.receive(elsewhere.next().orElseThrow());
        assertThat(called.end()).contains(IntroductionEnd.FOREIGN);
    }

    @Test
    @DisplayName("JOIN-44: another's admission admits nobody else")
    void somebodyElsesAdmission() {
        PeerId nobody = PeerId.of(Records.freshDevice(random).peer().verifyKey());
        Talk talk = Talk.between(Thief.of(door(fresh, old)), door(old, nobody));
        talk.endsWith(IntroductionEnd.TURNED_AWAY, IntroductionEnd.NOT_CERTIFIED);
        // What Cleo's admission is made of stands by itself, whoever brought it.
        assertThat(old.replica().isKnown(peer(fresh))).isTrue();
        assertThat(old.replica().isKnown(nobody)).isFalse();
    }

    @Test
    @DisplayName("JOIN-43: who is dialled shows nothing of the hall to somebody it does not know")
    void nothingIsShownToTheUnknown() {
        PeerId nobody = PeerId.of(Records.freshDevice(random).peer().verifyKey());
        CircleDoor called = door(old, nobody);
        Thief thief = Thief.of(door(fresh, old));
        thief.known = false;
        Talk talk = Talk.between(thief, called);
        assertThat(talk.typesOfCalled()).containsExactly(1, 3, 5);
    }

    @Test
    @DisplayName(
            "JOIN-44, JOIN-45: a mint of a device that nobody certified is not even learnt from")
    void aForgedMint() {
        Device forger = Records.freshDevice(random);
        Circle hall = old.replica().log().circle("hall").orElseThrow();
        SealedOp forged = forgedMint(forger, hall);
        CircleDoor called = door(old, PeerId.of(forger.peer().verifyKey()));
        Thief thief = Thief.of(door(fresh, old));
        thief.authority = List.of(forged.key());
        thief.forge = _ -> forged.wire();
        int before = heldNow(old);
        Talk talk = Talk.between(thief, called);
        talk.endsWith(IntroductionEnd.TURNED_AWAY, IntroductionEnd.NOT_ADMITTED);
        assertThat(heldNow(old)).isEqualTo(before);
        assertThat(hall.state().keysOf(forged.id())).isEmpty();
        assertThat(called.isKnown()).isFalse();
    }

    /// It opens for the victim, and its signature is the forger's own.
    private SealedOp forgedMint(Device forger, Circle hall) {
        Header header =
                new Header(
                        hall.identity().id(),
                        Plane.AUTHORITY,
                        DeviceId.of(forger.signing().verifyKey()),
                        1,
                        OpId.NONE,
                        List.of(),
                        new Hlc(1, 0),
                        OpId.NONE,
                        OpType.MINT);
        OpSealer.Recipient victim =
                new OpSealer.Recipient(old.replica().device().prekey().publicKey(), true);
        return new OpSealer(forger.signing(), random)
                .mint(
                        hall.tag(),
                        header,
                        Cbor.write(Cbor.map()),
                        new OpSealer.Mint(EpochKeys.generate(random), List.of(victim), List.of()));
    }

    @Test
    @DisplayName("JOIN-45: an op with one bit changed is not the one that was asked for")
    void aChangedOp() {
        int before = heldNow(old);
        Thief thief = Thief.of(door(fresh, old));
        thief.forge =
                bytes -> {
                    bytes[200] ^= 1;
                    return bytes;
                };
        Talk talk = Talk.between(thief, door(old, fresh));
        talk.endsWith(IntroductionEnd.TURNED_AWAY, IntroductionEnd.UNASKED);
        assertThat(heldNow(old)).isEqualTo(before);
    }

    @Test
    @DisplayName("JOIN-46: more than can be is refused")
    void anEndlessOffer() {
        Introduction called = side(SyncRole.RESPONDER, door(old, fresh));
        called.receive(side(SyncRole.INITIATOR, door(fresh, old)).next().orElseThrow());
        byte[] offer = new byte[2 + 36 * 1800];
        offer[0] = 2;
        for (int i = 0; i < 37; i++) {
            assertThat(called.end()).isEmpty();
            called.receive(offer);
        }
        assertThat(called.end()).contains(IntroductionEnd.EXCESSIVE);
    }

    @Test
    @DisplayName("JOIN-41, JOIN-45: changed messages are refused, and nothing of them is kept")
    void fuzz() {
        int before = heldNow(old);
        Gen.forSeeds(
                1,
                300,
                seed -> {
                    SeededRandom chance = new SeededRandom(seed);
                    Laptop at = old;
                    UnaryOperator<byte[]> way =
                            bytes -> chance.nextInt(4) == 0 ? Gen.mutate(chance, bytes) : bytes;
                    Talk talk = Talk.between(door(fresh, at), door(at, fresh), way);
                    boolean known = at.replica().isKnown(peer(fresh));
                    boolean ended =
                            talk.called().end().equals(Optional.of(IntroductionEnd.ACQUAINTED));
                    assertThat(known || !ended).isTrue();
                    assertThat(at.replica().log().circle("hall").orElseThrow().state().refused())
                            .isZero();
                });
        assertThat(heldNow(old)).isBetween(before, heldNow(fresh));
    }
}
