// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.JoinRefusal;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The bytes of introductions, sound and not.
class IntroductionMessageTest {
    private static IntroductionMessage any(SeededRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new IntroductionMessage.Greeting(random.bytes(16), random.nextBoolean());
            case 1 -> {
                int count = 1 + random.nextInt(random.nextBoolean() ? 4 : 1800);
                yield new IntroductionMessage.Offer(keys(random, count), random.nextBoolean());
            }
            case 2 -> new IntroductionMessage.Wants(random.bytes(random.nextInt(40)));
            case 3 -> new IntroductionMessage.Op(random.bytes(random.nextInt(2000)));
            default -> new IntroductionMessage.Verdict(random.nextBoolean());
        };
    }

    private static List<OpKey> keys(SeededRandom random, int count) {
        return Stream.generate(() -> OpKey.of(random.nextInt(), random.bytes(OpKey.ID_BYTES)))
                .limit(count)
                .toList();
    }

    /// What the bytes say, written again; empty where they are refused.
    private static Optional<byte[]> again(byte[] bytes) {
        try {
            return Optional.of(IntroductionMessage.encode(IntroductionMessage.decode(bytes)));
        } catch (JoinFault refused) {
            return Optional.empty();
        }
    }

    @Test
    @DisplayName("JOIN-41: a message is read as it was written, and there is one way to write it")
    void oneEncoding() {
        Gen.forSeeds(
                1,
                2000,
                seed -> {
                    SeededRandom random = new SeededRandom(seed);
                    byte[] bytes = IntroductionMessage.encode(any(random));
                    assertThat(again(bytes)).hasValueSatisfying(b -> same(b, bytes));
                    byte[] damaged = Gen.mutate(random, bytes);
                    again(damaged).ifPresent(b -> same(b, damaged));
                    byte[] noise = random.bytes(random.nextInt(80));
                    again(noise).ifPresent(b -> same(b, noise));
                });
    }

    private static void same(byte[] one, byte[] other) {
        assertThat(one).isEqualTo(other);
    }

    @Test
    @DisplayName("JOIN-41: wants are a bit for each op offered, and no other bit")
    void wantsAreOfWhatWasOffered() {
        Gen.forSeeds(
                1,
                1000,
                seed -> {
                    SeededRandom random = new SeededRandom(seed);
                    int count = random.nextInt(70);
                    BitSet chosen = new BitSet();
                    random.ints(count, 0, 70).filter(i -> i < count).forEach(chosen::set);
                    assertThat(wanted(IntroductionMessage.wants(chosen, count).bits(), count))
                            .contains(chosen);
                    byte[] foreign = random.bytes(random.nextInt(12));
                    wanted(foreign, count)
                            .ifPresent(
                                    w -> same(IntroductionMessage.wants(w, count).bits(), foreign));
                });
    }

    private static Optional<BitSet> wanted(byte[] bits, int count) {
        try {
            IntroductionMessage.Wants wants = new IntroductionMessage.Wants(bits);
            return Optional.of(IntroductionMessage.wanted(wants, count));
        } catch (JoinFault refused) {
            return Optional.empty();
        }
    }

    @Test
    @DisplayName("JOIN-41: nothing, an unknown type, a third flag, an empty offer are no messages")
    void whatIsNoMessage() {
        byte[] flag = new byte[19];
        flag[0] = 1;
        flag[1] = 1;
        flag[18] = 2;
        byte[] tooMany = new byte[2 + 36 * 1801];
        tooMany[0] = 2;
        byte[] cut = new byte[2 + 36 + 35];
        cut[0] = 2;
        for (byte[] bytes :
                List.of(
                        new byte[0],
                        new byte[] {0},
                        new byte[] {6},
                        new byte[] {-1},
                        flag,
                        tooMany,
                        cut,
                        new byte[] {1},
                        new byte[] {2},
                        new byte[] {2, 0},
                        new byte[] {2, 2},
                        new byte[] {5},
                        new byte[] {5, 2},
                        new byte[] {5, 0, 0})) {
            assertThatThrownBy(() -> IntroductionMessage.decode(bytes))
                    .isInstanceOfSatisfying(
                            JoinFault.class,
                            e -> assertThat(e.reason()).isEqualTo(JoinRefusal.BAD_MESSAGE));
        }
        assertThatThrownBy(() -> IntroductionMessage.decode(new byte[] {1, 2}))
                .isInstanceOfSatisfying(
                        JoinFault.class,
                        e -> assertThat(e.reason()).isEqualTo(JoinRefusal.OTHER_VERSION));
    }
}
