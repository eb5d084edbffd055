// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

class LivePushTest {

    private static final int HALL = 1;
    private static final CircleTag TAG = FakeReplica.tag(HALL);

    private final FakeReplica a = new FakeReplica().in(HALL);
    private final FakeReplica b = new FakeReplica().in(HALL);
    private final Random random = new Random(1);

    @Test
    @DisplayName(
            "SYN-28: a new op is pushed at once, and in sync is said again when it is acknowledged")
    void newOpsArePushed() {
        Link link = new Link(a, b).run();
        OpKey key = a.add(HALL, FakeReplica.op(9, false, 300, random));
        List<byte[]> push = link.initiator.announce(TAG, key);
        assertThat(Link.isInSync(link.initiator)).as("not yet acknowledged").isFalse();
        link.run(push, List.of());
        assertThat(b.inventory(HALL).contains(key)).isTrue();
        assertThat(link.isInSync()).isTrue();
    }

    @Test
    @DisplayName("SYN-28: an op is not pushed back to where it came from")
    void noEcho() {
        Link link = new Link(a, b).run();
        OpKey key = a.add(HALL, FakeReplica.op(9, false, 300, random));
        link.run(link.initiator.announce(TAG, key), List.of());
        assertThat(link.responder.announce(TAG, key)).isEmpty();
    }

    @Test
    @DisplayName(
            "SYN-30: 'synced' while changes are missing: a lost push keeps the session out of sync")
    void aLostPushIsNotForgotten() {
        Link link = new Link(a, b).run();
        OpKey lost = a.add(HALL, FakeReplica.op(9, false, 300, random));
        link.initiator.announce(TAG, lost);
        assertThat(Link.isInSync(link.initiator)).isFalse();
        link.run(link.initiator.recheck(), List.of());
        assertThat(b.inventory(HALL).contains(lost)).as("the pass finds it").isTrue();
    }

    @Test
    @DisplayName("SYN-28: more pushes than the queue holds lead to a pass, and nothing is lost")
    void overflowingPushes() {
        for (boolean byLeader : List.of(false, true)) {
            FakeReplica from = new FakeReplica().in(HALL);
            FakeReplica to = new FakeReplica().in(HALL);
            Link link = byLeader ? new Link(to, from).run() : new Link(from, to).run();
            SyncSession writer = byLeader ? link.responder : link.initiator;
            List<byte[]> frames = new ArrayList<>();
            for (int i = 0; i < 9000; i++) {
                OpKey key = from.add(HALL, FakeReplica.op(i / 100, false, 400, random));
                frames.addAll(writer.announce(TAG, key));
            }
            assertThat(Link.isInSync(writer)).isFalse();
            link.run(byLeader ? List.of() : frames, byLeader ? frames : List.of());
            assertThat(to.inventory(HALL).fingerprint())
                    .isEqualTo(from.inventory(HALL).fingerprint());
            assertThat(link.isInSync()).isTrue();
        }
    }

    @Test
    @DisplayName("SYN-25, SYN-31: writing on both sides during transfer still converges")
    void writingDuringTransfer() {
        for (int seed = 0; seed < 30; seed++) {
            Random draw = new Random(seed);
            FakeReplica left = new FakeReplica().in(HALL);
            FakeReplica right = new FakeReplica().in(HALL);
            for (int i = 0; i < 400; i++) {
                (draw.nextBoolean() ? left : right)
                        .add(HALL, FakeReplica.op(draw.nextInt(9), false, 900, draw));
            }
            Link link = new Link(left, right);
            Wire toRight = new Wire();
            Wire toLeft = new Wire();
            toRight.addAll(link.initiator.start());
            toLeft.addAll(link.responder.start());
            int writes = 60;
            while (!toRight.isEmpty() || !toLeft.isEmpty() || writes > 0) {
                if (writes > 0 && draw.nextInt(4) == 0) {
                    writes--;
                    byte[] op = FakeReplica.op(draw.nextInt(12), false, 900, draw);
                    if (draw.nextBoolean()) {
                        toRight.addAll(link.initiator.announce(TAG, left.add(HALL, op)));
                    } else {
                        toLeft.addAll(link.responder.announce(TAG, right.add(HALL, op)));
                    }
                }
                boolean rightFirst = draw.nextBoolean();
                if (rightFirst && !toRight.isEmpty()) {
                    toLeft.addAll(link.responder.receive(toRight.take(draw)));
                } else if (!toLeft.isEmpty()) {
                    toRight.addAll(link.initiator.receive(toLeft.take(draw)));
                }
            }
            assertThat(link.initiator.status()).isInstanceOf(SyncStatus.Open.class);
            assertThat(left.inventory(HALL).fingerprint())
                    .isEqualTo(right.inventory(HALL).fingerprint());
            assertThat(link.isInSync()).isTrue();
        }
    }

    @Test
    @DisplayName("SYN-30: 'synced' while changes are missing: a full quota is said, not hidden")
    void aFullQuotaIsSaid() {
        for (int i = 0; i < 50; i++) {
            a.add(HALL, FakeReplica.op(i, false, 300, random));
        }
        b.quota = 20;
        Link link = new Link(a, b).run();
        assertThat(state(link.initiator)).isEqualTo(CircleState.OVER_QUOTA);
        assertThat(state(link.responder)).isEqualTo(CircleState.OVER_QUOTA);
        b.quota = 1000;
        link.run(link.initiator.recheck(), List.of());
        assertThat(link.isInSync()).isTrue();
    }

    @Test
    @DisplayName("SYN-29, OP-25: room that is made at any moment is used without a new session")
    void roomIsUsedWheneverItIsMade() {
        for (int moment = 0; moment < 80; moment++) {
            FakeReplica from = new FakeReplica().in(HALL);
            FakeReplica to = new FakeReplica().in(HALL);
            from.add(HALL, FakeReplica.op(9, false, 300, random));
            to.quota = 0;
            Link link = new Link(to, from);
            Deque<byte[]> there = new ArrayDeque<>(link.initiator.start());
            Deque<byte[]> back = new ArrayDeque<>();
            for (int step = 0; !there.isEmpty() || !back.isEmpty() || step <= moment; step++) {
                if (step == moment) {
                    to.quota = 1000;
                    there.addAll(link.initiator.recheckDropped());
                }
                // One frame at a time, and what comes back later than what goes there.
                if (!there.isEmpty()) {
                    back.addAll(link.carry(List.of(there.removeFirst()), link.responder));
                } else if (!back.isEmpty()) {
                    there.addAll(link.carry(List.of(back.removeFirst()), link.initiator));
                }
            }
            assertThat(to.inventory(HALL).fingerprint())
                    .as("room is made at moment " + moment)
                    .isEqualTo(from.inventory(HALL).fingerprint());
        }
    }

    @Test
    @DisplayName("SYN-30: a push over quota takes in sync back on both sides")
    void aPushOverQuota() {
        Link link = new Link(a, b).run();
        b.quota = 0;
        OpKey key = a.add(HALL, FakeReplica.op(9, false, 300, random));
        link.run(link.initiator.announce(TAG, key), List.of());
        assertThat(state(link.initiator)).isEqualTo(CircleState.OVER_QUOTA);
        assertThat(state(link.responder)).isEqualTo(CircleState.OVER_QUOTA);
    }

    @Test
    @DisplayName("SYN-22: ops that come together are handed over together")
    void opsAreHandedOverInBatches() {
        for (int i = 0; i < 2000; i++) {
            a.add(HALL, FakeReplica.op(i, false, 1000, random));
        }
        new Link(a, b).run();
        assertThat(b.calls).isLessThan(12);
    }

    private static CircleState state(SyncSession session) {
        return ((SyncStatus.Open) session.status())
                .circles()
                .getOrDefault(TAG, CircleState.COMPARING);
    }

    /// Frames on their way in one direction.
    private static final class Wire {

        private final List<byte[]> frames = new ArrayList<>();

        void addAll(List<byte[]> more) {
            frames.addAll(more);
        }

        boolean isEmpty() {
            return frames.isEmpty();
        }

        List<byte[]> take(Random draw) {
            List<byte[]> some = frames.subList(0, 1 + draw.nextInt(frames.size()));
            List<byte[]> taken = List.copyOf(some);
            some.clear();
            return taken;
        }
    }
}
