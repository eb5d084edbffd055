// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ReconciliationTest {

    private static final int HALL = 1;

    @Test
    @DisplayName("SYN-2, SYN-13: nothing changed costs one round trip and at most 1 KB a circle")
    void nothingChangedIsCheap() {
        FakeReplica a = new FakeReplica().in(HALL).in(2);
        FakeReplica b = new FakeReplica().in(HALL).in(2);
        fill(a, b, 3000, 100, new Random(3));
        Link link = new Link(a, b).run();
        assertThat(link.isInSync()).isTrue();
        assertThat(link.bytes).isLessThanOrEqualTo(1024);
        assertThat(link.flights).as("greeting, greeting with fingerprints, answer").isEqualTo(3);
        long before = link.bytes;
        link.run(link.initiator.recheck(), List.of());
        assertThat(link.bytes - before).as("on an open session").isLessThan(150);
        assertThat(link.isInSync()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("SYN-18: 1,000 recent of 100,000 missing cost <= 25 KB and <= 3 round trips")
    void recentOpsMissing(boolean initiatorLacks) {
        FakeReplica full = new FakeReplica().in(HALL);
        FakeReplica behind = new FakeReplica().in(HALL);
        Random random = new Random(4);
        fill(full, behind, 99_000, 2000, random);
        for (int i = 0; i < 1000; i++) {
            full.add(HALL, FakeReplica.op(2000 + i / 50, false, 60, random));
        }
        Link link = initiatorLacks ? new Link(behind, full) : new Link(full, behind);
        link.run();
        assertThat(link.isInSync()).isTrue();
        assertThat(link.overhead()).isLessThanOrEqualTo(25 * 1024);
        // Flight 1 is the greeting; the pass begins with flight 2, the wants end it.
        assertThat(link.flightsToLastWant - 2).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    @DisplayName("SYN-15, SYN-17, SYN-19: random sets converge in few passes, whatever they share")
    void randomSetsConverge(int seed) {
        Random random = new Random(seed);
        for (int run = 0; run < 10; run++) {
            FakeReplica a = new FakeReplica().in(HALL);
            FakeReplica b = new FakeReplica().in(HALL);
            int buckets = 1 + random.nextInt(40);
            fill(a, b, size(random), buckets, random);
            fill(a, a, size(random), buckets, random);
            fill(b, b, size(random), buckets, random);
            Link link = new Link(a, b).run();
            assertConverged(link, a, b);
            long passes = link.frames.stream().filter(ReconciliationTest::opensAPass).count();
            assertThat(passes).isLessThanOrEqualTo(2);
        }
    }

    @Test
    @DisplayName("SYN-19: a newcomer gets everything, a full one takes everything")
    void bigAsymmetry() {
        for (int seed = 0; seed < 2; seed++) {
            FakeReplica empty = new FakeReplica().in(HALL);
            FakeReplica full = new FakeReplica().in(HALL);
            fill(full, full, 20_000, 300, new Random(seed));
            Link link = seed == 0 ? new Link(empty, full) : new Link(full, empty);
            link.run();
            assertConverged(link, full, empty);
            assertThat(link.overhead()).isLessThan(20_000 * 16);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 12})
    @DisplayName("SYN-16: short ids that collide delay an op by a pass, never hide it")
    void collidingShortIds(int bits) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            FakeReplica a = new FakeReplica().in(HALL);
            FakeReplica b = new FakeReplica().in(HALL);
            fill(a, b, 300, 5, random);
            fill(a, a, 40, 5, random);
            fill(b, b, 40, 5, random);
            Link link = new Link(a, b);
            link.initiator.useShortIds(tag -> colliding(tag, bits));
            link.responder.useShortIds(tag -> colliding(tag, bits));
            assertConverged(link.run(), a, b);
        }
    }

    /// The first two passes keep only a few bits of each short id.
    private static ShortIds.Factory colliding(CircleTag tag, int bits) {
        ShortIds.Factory good = ShortIds.keyed(Link.HANDSHAKE, tag);
        return pass -> {
            ShortIds ids = good.forPass(pass);
            return pass < 2 ? key -> ids.of(key) >>> (64 - bits) : ids;
        };
    }

    @Test
    @DisplayName("SYN-15: lists hold at most 32, the open end is halved down to a list")
    void narrowingIsByHalvesAtTheOpenEnd() {
        FakeReplica a = new FakeReplica().in(HALL);
        FakeReplica b = new FakeReplica().in(HALL);
        fill(a, b, 10_000, 500, new Random(12));
        b.add(HALL, FakeReplica.op(501, false, 20, new Random(13)));
        Link link = new Link(a, b).run();
        Frame.Ranges answer =
                (Frame.Ranges)
                        link.frames.stream()
                                .filter(f -> f instanceof Frame.Ranges r && r.ranges().size() > 1)
                                .findFirst()
                                .orElseThrow();
        assertThat(answer.ranges()).hasSizeBetween(9, 11);
        assertThat(answer.ranges().getFirst()).isInstanceOf(Frame.Range.Print.class);
        assertThat(answer.ranges().getLast())
                .isInstanceOfSatisfying(
                        Frame.Range.Listing.class,
                        list -> assertThat(list.shortIds()).hasSizeBetween(15, 32));
        assertConverged(link, a, b);
    }

    @Test
    @DisplayName("SYN-21: the authority plane of every circle goes before anybody's content")
    void authorityGoesFirst() {
        FakeReplica full = new FakeReplica().in(HALL).in(2);
        FakeReplica empty = new FakeReplica().in(HALL).in(2);
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            full.add(1 + i % 2, FakeReplica.op(i, i % 7 == 0, 500, random));
        }
        Link link = new Link(full, empty).run();
        assertConverged(link, full, empty);
        for (int circle = 1; circle <= 2; circle++) {
            List<Long> ranks = new ArrayList<>();
            for (OpKey key : empty.arrivals(circle)) {
                ranks.add(empty.rank(FakeReplica.tag(circle), key));
            }
            assertThat(ranks).isSorted();
        }
        boolean contentSeen = false;
        for (Frame frame : link.frames) {
            if (frame instanceof Frame.Ops ops) {
                for (byte[] op : ops.ops()) {
                    contentSeen |= op[4] != 0;
                    assertThat(contentSeen && op[4] == 0).isFalse();
                }
            }
        }
    }

    @Test
    @DisplayName("SYN-23: ops from one byte above nothing to the largest travel whole")
    void opsOfEverySize() {
        FakeReplica a = new FakeReplica().in(HALL);
        FakeReplica b = new FakeReplica().in(HALL);
        Random random = new Random(6);
        int largest = SyncLimits.STANDARD.opBytes() - 5;
        for (int size : List.of(0, 1, 65_500, 65_520, 65_527, 65_536, 200_000, largest, largest)) {
            a.add(HALL, FakeReplica.op(1, false, size, random));
            b.add(HALL, FakeReplica.op(1, false, size, random));
        }
        assertConverged(new Link(a, b).run(), a, b);
    }

    private static void assertConverged(Link link, FakeReplica a, FakeReplica b) {
        assertThat(link.initiator.status()).isInstanceOf(SyncStatus.Open.class);
        assertThat(link.isInSync()).isTrue();
        for (CircleTag tag : a.circles.keySet()) {
            assertThat(a.inventory(tag).fingerprint()).isEqualTo(b.inventory(tag).fingerprint());
        }
    }

    private static boolean opensAPass(Frame frame) {
        return frame instanceof Frame.Ranges r
                && r.ranges().size() == 1
                && r.lower().equals(OpKey.LOWEST)
                && r.ranges().getFirst() instanceof Frame.Range.Print p
                && p.upper().equals(OpKey.INFINITY);
    }

    private static int size(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(5);
            case 2 -> random.nextInt(60);
            default -> random.nextInt(1500);
        };
    }

    private static void fill(FakeReplica a, FakeReplica b, int count, int buckets, Random random) {
        for (int i = 0; i < count; i++) {
            byte[] op = FakeReplica.op(random.nextInt(buckets), false, 20, random);
            a.add(HALL, op);
            b.add(HALL, op);
        }
    }
}
