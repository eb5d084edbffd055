// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.DeviceId;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// EV-14: a step that fits in no op goes through several and comes together again.
class StepPartsTest {
    private static final RecordKey BALLOT = RecordKey.ballot("0123456789abcdef");
    private static final int PART = Limits.STEP_PART_BYTES;

    private final SeededRandom random = new SeededRandom(7);
    private final DeviceId ana = new DeviceId(Hash.of(random.bytes(32)));
    private final DeviceId ben = new DeviceId(Hash.of(random.bytes(32)));
    private final StepParts parts = new StepParts();

    private static List<Event.Step> steps(byte[] whole) {
        List<Event.Step> steps = new ArrayList<>();
        for (byte[] body : StepPacker.pack(BALLOT, "roll", whole)) {
            assertThat(body.length).isLessThanOrEqualTo(Limits.BODY_BYTES);
            Envelope envelope = EventCodec.decode(body).orElseThrow();
            assertThat(envelope.events()).hasSize(1);
            steps.add((Event.Step) envelope.events().getFirst());
        }
        return steps;
    }

    private List<byte[]> take(DeviceId device, List<Event.Step> steps) {
        return steps.stream().flatMap(step -> parts.take(device, step).stream()).toList();
    }

    private static Event.Step part(Event.Step of, int part, int parts, byte[] bytes) {
        return new Event.Step(of.key(), of.step(), of.whole(), part, parts, bytes);
    }

    @Test
    void comesTogetherWhateverItsSizeAndTheOrderOfItsParts() {
        for (int length : new int[] {0, 1, PART, PART + 1, 3 * PART, 3 * PART + 5}) {
            byte[] whole = random.bytes(length);
            List<Event.Step> steps = steps(whole);
            assertThat(steps).hasSize(Math.max(1, Math.ceilDiv(length, PART)));
            for (int seed = 0; seed < 5; seed++) {
                Collections.shuffle(steps, new Random(seed));
                assertThat(take(ana, steps)).containsExactly(whole);
            }
        }
    }

    @Test
    void theLargestGoesThroughAndNothingLarger() {
        byte[] whole = random.bytes(Limits.STEP_BYTES);
        assertThat(steps(whole)).hasSize(Limits.STEP_PARTS);
        assertThat(take(ana, steps(whole))).containsExactly(whole);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepPacker.pack(BALLOT, "roll", Arrays.copyOf(whole, 1 << 24)));
    }

    @Test
    void namesThatLeaveNoRoomForThePartAreRefused() {
        String name = "x".repeat(Limits.BODY_BYTES - PART);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepPacker.pack(BALLOT, name, new byte[PART]));
    }

    @Test
    void partsOfTwoDevicesAreNoWhole() {
        List<Event.Step> steps = steps(random.bytes(2 * PART));
        assertThat(take(ana, steps.subList(0, 1))).isEmpty();
        assertThat(take(ben, steps.subList(1, 2))).isEmpty();
    }

    @Test
    void partsOfTwoNamesAreNoWhole() {
        Event.Step first = steps(random.bytes(2 * PART)).getFirst();
        Event.Step other =
                new Event.Step(BALLOT, "notice", first.whole(), 1, first.parts(), new byte[PART]);
        assertThat(take(ana, List.of(first, other))).isEmpty();
    }

    @Test
    void whatIsNotTheHashedBytesIsNoStep() {
        Event.Step one = steps(new byte[10]).getFirst();
        assertThat(take(ana, List.of(part(one, 0, 1, new byte[11])))).isEmpty();
        List<Event.Step> two = steps(random.bytes(PART + 3));
        assertThat(take(ana, List.of(two.getFirst(), part(two.getLast(), 1, 2, new byte[3]))))
                .isEmpty();
    }

    @Test
    void aPartThatComesTwiceChangesNothing() {
        byte[] whole = random.bytes(2 * PART);
        List<Event.Step> steps = steps(whole);
        assertThat(take(ana, List.of(steps.getFirst(), steps.getFirst(), steps.getLast())))
                .containsExactly(whole);
    }

    /// A home that was restored from a backup goes on beside what it wrote before.
    @Test
    void branchesOfADevicesChainComeTogetherInAnyOrder() {
        List<byte[]> wholes = List.of(random.bytes(2 * PART), random.bytes(3 * PART));
        List<Event.Step> ops = new ArrayList<>();
        wholes.forEach(whole -> ops.addAll(steps(whole)));
        Gen.forSeeds(
                1,
                20,
                seed -> {
                    Collections.shuffle(ops, new Random(seed));
                    assertThat(take(ana, ops)).containsExactlyInAnyOrderElementsOf(wholes);
                });
    }

    @Test
    void whatADeviceNeverFinishesIsForgottenOldestFirstAndOnlyItsOwn() {
        byte[] bens = random.bytes(2 * PART);
        take(ben, steps(bens).subList(0, 1));
        byte[] first = random.bytes(2 * PART);
        take(ana, steps(first).subList(0, 1));
        byte[] last = first;
        for (int i = 0; i < Limits.UNFINISHED_STEP_BYTES / PART; i++) {
            last = random.bytes(2 * PART);
            take(ana, steps(last).subList(0, 1));
        }
        assertThat(take(ana, steps(first).subList(1, 2))).isEmpty();
        assertThat(take(ana, steps(last).subList(1, 2))).containsExactly(last);
        assertThat(take(ben, steps(bens).subList(1, 2))).containsExactly(bens);
    }

    @Test
    void emptyPartsAndLongNamesCountToo() {
        byte[] whole = random.bytes(PART + 1);
        take(ana, steps(whole).subList(0, 1));
        String name = "n".repeat(PART / 2);
        for (int i = 0; i <= Limits.UNFINISHED_STEP_BYTES / PART; i++) {
            Hash hash = Hash.of(random.bytes(32));
            parts.take(ana, new Event.Step(BALLOT, name, hash, 0, 2, new byte[0]));
        }
        assertThat(take(ana, steps(whole).subList(1, 2))).isEmpty();
    }

    @Test
    void aPartThatCannotBeIsNoEvent() {
        Event.Step step = steps(new byte[10]).getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> part(step, 2, 2, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> part(step, 0, 65, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> part(step, 0, 1, new byte[PART + 1]));
    }

    @Test
    void foreignPartsMakeWholeStepsOrNothing() {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] whole = random.bytes(PART + 40);
            bodies.add(StepPacker.pack(BALLOT, "close", whole).getLast());
            bodies.addAll(StepPacker.pack(BALLOT, "seal", random.bytes(40)));
        }
        Gen.forSeeds(
                1,
                2_000,
                seed -> {
                    Random chance = new Random(seed);
                    byte[] body = Gen.mutate(chance, Gen.pick(chance, bodies));
                    Optional<Envelope> envelope = EventCodec.decode(body);
                    for (Event event : envelope.map(Envelope::events).orElse(List.of())) {
                        if (event instanceof Event.Step step) {
                            parts.take(ana, step)
                                    .ifPresent(whole ->
                                            assertThat(Event.Step.hash(whole))
                                                    .isEqualTo(step.whole()));
                        }
                    }
                });
        byte[] whole = random.bytes(PART + 1);
        assertThat(take(ana, steps(whole))).containsExactly(whole);
    }
}
