// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A member who does not keep to the protocol: knows the secrets, writes any frame.
class HostilePeerTest {

    private static final int HALL = 1;

    private final FakeReplica victim = new FakeReplica().in(HALL);
    private final SyncSession session = OverlapTest.session(SyncRole.INITIATOR, victim);
    private final int circle = open();

    /// Greets, and finds out the circle's number.
    private int open() {
        Random random = new Random(8);
        for (int i = 0; i < 500; i++) {
            victim.add(HALL, FakeReplica.op(i / 10, false, 20, random));
        }
        SyncSession honest = OverlapTest.session(SyncRole.RESPONDER, new FakeReplica().in(HALL));
        List<byte[]> greeting = honest.receive(session.start());
        session.receive(List.of(greeting.getFirst()));
        try {
            Frame first = FrameReader.decode(greeting.get(1), SyncLimits.STANDARD);
            return ((Frame.Ranges) first).circle();
        } catch (SyncFault fault) {
            throw new AssertionError(fault);
        }
    }

    private List<Frame> send(Frame... frames) {
        List<byte[]> bytes = new ArrayList<>();
        for (Frame frame : frames) {
            bytes.add(FrameWriter.encode(frame));
        }
        return session.receive(bytes).stream().map(HostilePeerTest::decode).toList();
    }

    private static Frame decode(byte[] frame) {
        try {
            return FrameReader.decode(frame, SyncLimits.STANDARD);
        } catch (SyncFault fault) {
            throw new AssertionError(fault.reason().name(), fault);
        }
    }

    private void assertFailed(SyncFailure reason) {
        assertThat(session.status()).isEqualTo(new SyncStatus.Failed(reason, false));
        assertThat(session.receive(List.of(FrameWriter.encode(new Frame.Recheck(circle)))))
                .as("a failed session is silent")
                .isEmpty();
        assertThat(session.recheck()).isEmpty();
    }

    private Frame.Ranges everything(int pass, byte fill) {
        byte[] wrong = new byte[16];
        wrong[0] = fill;
        return new Frame.Ranges(
                circle,
                pass,
                true,
                OpKey.LOWEST,
                List.of(new Frame.Range.Print(OpKey.INFINITY, Fingerprint.received(wrong))));
    }

    private Frame.Ranges nothingMine(int pass) {
        return new Frame.Ranges(
                circle,
                pass,
                true,
                OpKey.LOWEST,
                List.of(new Frame.Range.Listing(OpKey.INFINITY, List.of())));
    }

    private Frame.Ranges noMoreQuestions(int pass) {
        return new Frame.Ranges(circle, pass, true, OpKey.LOWEST, List.of());
    }

    @Test
    @DisplayName("SYN-13: 'synced' while changes are missing: a leader that compares nothing")
    void aLeaderThatComparesNothingIsNotBelieved() {
        send(noMoreQuestions(0));
        assertFailed(SyncFailure.UNEXPECTED_FRAME);
    }

    @Test
    @DisplayName("SYN-14: ranges that go back are refused")
    void rangesThatGoBack() {
        send(everything(0, (byte) 1));
        OpKey middle = OpKey.of(20, new byte[32]);
        Frame.Ranges upper =
                new Frame.Ranges(
                        circle,
                        0,
                        false,
                        middle,
                        List.of(new Frame.Range.Listing(OpKey.INFINITY, List.of())));
        send(upper, upper);
        assertFailed(SyncFailure.BAD_RANGES);
    }

    @Test
    @DisplayName("SYN-19: a pass without end is cut off")
    void passWithoutEnd() {
        for (int i = 0; i < 60 && session.status() instanceof SyncStatus.Open; i++) {
            send(everything(0, (byte) i));
        }
        assertFailed(SyncFailure.TOO_MANY_ROUNDS);
    }

    @Test
    @DisplayName("SYN-18: asking for the whole list of ids again and again is cut off")
    void listsAskedForAgainAndAgain() {
        send(everything(0, (byte) 1));
        for (int i = 0; i < 60 && session.status() instanceof SyncStatus.Open; i++) {
            send(
                    new Frame.Ranges(
                            circle,
                            0,
                            false,
                            OpKey.LOWEST,
                            List.of(
                                    new Frame.Range.Listing(
                                            OpKey.of(1 << 20, new byte[32]), List.of()))),
                    new Frame.Ranges(
                            circle,
                            0,
                            true,
                            OpKey.of(1 << 21, new byte[32]),
                            List.of(
                                    new Frame.Range.Print(
                                            OpKey.INFINITY, Fingerprint.received(new byte[16])))));
        }
        assertFailed(SyncFailure.EXCESSIVE);
    }

    @Test
    @DisplayName("SYN-20: wanting more than was offered is refused")
    void wantingWhatWasNotOffered() {
        send(everything(0, (byte) 1), nothingMine(0));
        send(new Frame.Wants(circle, 0, true, List.of(new Frame.Run(0, 1100))));
        assertFailed(SyncFailure.EXCESSIVE);
    }

    @Test
    @DisplayName("SYN-20: fetching everything in pass after pass is cut off")
    void fetchingEverythingForEver() {
        for (int pass = 0; pass < 20 && session.status() instanceof SyncStatus.Open; pass++) {
            send(everything(pass, (byte) 1), nothingMine(pass));
            send(new Frame.Wants(circle, pass, true, List.of(new Frame.Run(0, 500))));
            send(new Frame.Credit(circle, 500 * 25, 0, 0), new Frame.Done(circle, pass));
        }
        assertFailed(SyncFailure.EXCESSIVE);
    }

    @Test
    @DisplayName("SYN-20: a peer that names ops and never gives them is not in sync, and is left")
    void promisedOpsThatNeverCome() {
        for (int pass = 0; pass < 40 && session.status() instanceof SyncStatus.Open; pass++) {
            assertThat(Link.isInSync(session)).isFalse();
            send(
                    everything(pass, (byte) 1),
                    new Frame.Ranges(
                            circle,
                            pass,
                            true,
                            OpKey.LOWEST,
                            List.of(new Frame.Range.Listing(OpKey.INFINITY, List.of(1L, 2L)))),
                    new Frame.Wants(circle, pass, true, List.of()),
                    new Frame.Done(circle, pass));
        }
        assertFailed(SyncFailure.STALLED);
    }

    @Test
    @DisplayName("SYN-22: an op that nobody asked for cannot pass as wanted")
    void unaskedOp() {
        byte[] op = FakeReplica.op(1, false, 10, new Random(1));
        send(new Frame.Ops(circle, false, List.of(op)));
        assertFailed(SyncFailure.UNASKED_OP);
    }

    @Test
    @DisplayName("SYN-22: another op under a promised short id is found out")
    void anotherOpThanPromised() {
        byte[] op = FakeReplica.op(1, false, 10, new Random(1));
        send(
                everything(0, (byte) 1),
                new Frame.Ranges(
                        circle,
                        0,
                        true,
                        OpKey.LOWEST,
                        List.of(new Frame.Range.Listing(OpKey.INFINITY, List.of(77L)))));
        send(new Frame.Ops(circle, false, List.of(op)));
        assertFailed(SyncFailure.UNASKED_OP);
    }

    @Test
    @DisplayName("SYN-22: bytes that are no op end the session")
    void bytesThatAreNoOp() {
        send(new Frame.Ops(circle, true, List.of(new byte[] {1, 2})));
        assertFailed(SyncFailure.BAD_OP);
    }

    @Test
    @DisplayName("SYN-24: more op bytes than credit are refused before they are kept")
    void creditExceeded() {
        List<byte[]> flood = new ArrayList<>();
        byte[] op = FakeReplica.op(1, false, 60_000, new Random(1));
        for (int i = 0; i < 18; i++) {
            flood.add(FrameWriter.encode(new Frame.Ops(circle, true, List.of(op))));
        }
        session.receive(flood);
        assertFailed(SyncFailure.CREDIT_EXCEEDED);
        assertThat(victim.calls).isZero();
    }

    @Test
    @DisplayName("SYN-24: acknowledging what was never sent is refused")
    void inventedAcknowledgement() {
        send(new Frame.Credit(circle, 1, 1, 0));
        assertFailed(SyncFailure.CREDIT_EXCEEDED);
    }

    @Test
    @DisplayName("SYN-23: parts out of order, of two ops at once or interrupted are refused")
    void brokenParts() {
        Frame.Part first = new Frame.Part(circle, true, 10, 0, List.of(new byte[4]));
        Frame.Part gap = new Frame.Part(circle, true, 10, 5, List.of(new byte[5]));
        send(first, gap);
        assertFailed(SyncFailure.UNEXPECTED_FRAME);
    }

    @Test
    @DisplayName("SYN-23: nothing comes between the parts of an op")
    void interruptedParts() {
        Frame.Part first = new Frame.Part(circle, true, 10, 0, List.of(new byte[4]));
        send(first, new Frame.Recheck(circle));
        assertFailed(SyncFailure.UNEXPECTED_FRAME);
    }

    @Test
    @DisplayName("SYN-9: a second greeting, or a frame for a circle not in common, is refused")
    void framesOutOfPlace() {
        send(new Frame.Done((circle + 1) % 16, 0));
        assertFailed(SyncFailure.UNEXPECTED_FRAME);
        SyncSession greeted = OverlapTest.session(SyncRole.RESPONDER, victim);
        byte[] hello = FrameWriter.encode(RandomFrames.hello(new Random(33)));
        greeted.receive(List.of(hello, hello));
        assertThat(greeted.status())
                .isEqualTo(new SyncStatus.Failed(SyncFailure.UNEXPECTED_FRAME, false));
    }

    @Test
    @DisplayName("SYN-29: only the leader can be asked for a pass")
    void recheckAskedOfTheFollower() {
        send(new Frame.Recheck(circle));
        assertFailed(SyncFailure.UNEXPECTED_FRAME);
    }

    @Test
    @DisplayName("SYN-40: the peer's reason is reported as the peer's")
    void thePeerGivesUp() {
        send(new Frame.Fail(SyncFailure.STALLED), new Frame.Done(circle, 3));
        assertThat(session.status()).isEqualTo(new SyncStatus.Failed(SyncFailure.STALLED, true));
    }

    @Test
    @DisplayName(
            "SYN-19: random frames of a member never hang, never throw, never make it say in sync")
    void randomFramesAreSurvived() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            FakeReplica replica = new FakeReplica().in(HALL);
            for (int i = 0; i < 100; i++) {
                replica.add(HALL, FakeReplica.op(i / 10, false, 20, random));
            }
            SyncSession target = OverlapTest.session(SyncRole.INITIATOR, replica);
            SyncSession helper =
                    OverlapTest.session(SyncRole.RESPONDER, new FakeReplica().in(HALL));
            List<byte[]> greeting = helper.receive(target.start());
            target.receive(List.of(greeting.getFirst()));
            for (int i = 0; i < 50 && target.status() instanceof SyncStatus.Open; i++) {
                Frame frame = RandomFrames.next(random);
                target.receive(List.of(FrameWriter.encode(frame)));
                assertThat(Link.isInSync(target)).isFalse();
            }
        }
    }
}
