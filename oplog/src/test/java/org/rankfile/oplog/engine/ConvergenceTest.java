// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.Role;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Random ops, partial deliveries in any order, duplicates, newcomers, full disks and crashes
/// between any two writes: in the end everybody holds and reads the same.
class ConvergenceTest {
    private static final List<String> CIRCLES = List.of("hall", "committee");

    @Test
    void everybodyReadsTheSameWhateverTheOrderOfDelivery() {
        Gen.forSeeds(1, 25, seed -> play(new Random(seed), seed));
    }

    private static void play(Random random, long seed) {
        try {
            Scene scene = new Scene(random, seed);
            for (int step = 0; step < 60; step++) {
                scene.step(step);
            }
            scene.settle();
            scene.check();
        } catch (StoreException | AppendRefused e) {
            throw new AssertionError(e);
        }
    }

    private static final class Scene {
        private final Random random;
        private final SeededRandom keys;
        private final List<Laptop> laptops = new ArrayList<>();
        private final Set<String> acknowledged = new TreeSet<>();
        private final Map<String, Set<String>> cast = new TreeMap<>();

        Scene(Random random, long seed) throws StoreException, AppendRefused {
            this.random = random;
            keys = new SeededRandom(seed);
            laptops.add(Laptop.founder(keys, ManualTime.atTestMorning()));
            laptops.add(Laptop.admitted(laptops.getFirst(), "Ben", Role.STEWARD, keys));
            laptops.add(Laptop.admitted(laptops.getFirst(), "Cleo", Role.MEMBER, keys));
        }

        void step(int step) throws StoreException, AppendRefused {
            Laptop laptop = Gen.pick(random, laptops);
            switch (random.nextInt(15)) {
                case 0, 1, 2, 3 -> append(laptop, Gen.pick(random, CIRCLES), "op " + step);
                case 4 -> {
                    laptop.store.failAfter(random.nextInt(3));
                    append(laptop, Gen.pick(random, CIRCLES), "op " + step);
                    laptop.restart();
                }
                case 5 -> laptop.restart();
                case 6 -> {
                    if (laptops.size() < 5) {
                        Role role = random.nextBoolean() ? Role.STEWARD : Role.MEMBER;
                        laptops.add(Laptop.admitted(laptops.getFirst(), "P" + step, role, keys));
                    }
                }
                case 7, 8 -> cast(laptop, Gen.pick(random, CIRCLES), "cast " + step);
                case 9 -> laptop.list("cast " + random.nextInt(60));
                default -> {
                    Laptop other = Gen.pick(random, laptops);
                    laptop.give(other, Gen.pick(random, CIRCLES), random.nextDouble(), random);
                }
            }
        }

        private void append(Laptop laptop, String circle, String text) {
            try {
                laptop.append(circle, text);
                acknowledged.add(circle + " " + text);
            } catch (AppendRefused refused) {
                assertThat(refused.reason())
                        .isIn(AppendRefused.Reason.NOT_A_MEMBER, AppendRefused.Reason.DISK_FULL);
            }
        }

        private void cast(Laptop laptop, String circle, String text) {
            try {
                laptop.appendAuthorless(circle, text);
                cast.computeIfAbsent(circle, _ -> new TreeSet<>()).add(text);
            } catch (AppendRefused refused) {
                assertThat(refused.reason()).isEqualTo(AppendRefused.Reason.NOT_A_MEMBER);
            }
        }

        void settle() throws StoreException, AppendRefused {
            exchange();
            // Whoever was missed by a concurrent epoch is reached by the next.
            laptops.getFirst().append("hall", "last");
            laptops.getFirst().append("committee", "last");
            acknowledged.add("hall last");
            acknowledged.add("committee last");
            exchange();
            for (Laptop laptop : laptops) {
                cast.values().forEach(texts -> laptop.list(texts.toArray(String[]::new)));
            }
        }

        private void exchange() throws StoreException {
            for (int round = 0; round < 2; round++) {
                for (Laptop one : laptops) {
                    for (Laptop other : laptops) {
                        for (String circle : CIRCLES) {
                            one.give(other, circle, 1, random);
                        }
                    }
                }
            }
        }

        void check() throws StoreException {
            for (String circle : CIRCLES) {
                String expected = fingerprint(laptops.getFirst(), circle);
                for (Laptop laptop : laptops) {
                    if (laptop.replica().log().circle(circle).isEmpty()) {
                        continue;
                    }
                    assertThat(fingerprint(laptop, circle)).isEqualTo(expected);
                    assertThat(state(laptop, circle)).isEqualTo(state(laptops.getFirst(), circle));
                    assertThat(reads(laptop, circle)).isEqualTo(promised(circle));
                    assertThat(laptop.texts(circle)).isEqualTo(cast(circle));
                    laptop.restart();
                    assertThat(fingerprint(laptop, circle)).isEqualTo(expected);
                    assertThat(reads(laptop, circle)).isEqualTo(promised(circle));
                    assertThat(laptop.texts(circle)).isEqualTo(cast(circle));
                    assertThat(laptop.replica().verify().problems()).isEmpty();
                }
            }
        }

        private Set<String> cast(String circle) {
            return cast.getOrDefault(circle, Set.of());
        }

        private Set<String> promised(String circle) {
            Set<String> texts = new TreeSet<>();
            acknowledged.stream()
                    .filter(text -> text.startsWith(circle + " "))
                    .forEach(text -> texts.add(text.substring(circle.length() + 1)));
            return texts;
        }

        private static Set<String> reads(Laptop laptop, String circle) {
            Set<String> texts = new TreeSet<>();
            for (String text : laptop.read.keySet()) {
                if (text.startsWith(circle + " ")) {
                    texts.add(text.substring(circle.length() + 1));
                }
            }
            return texts;
        }

        private static String fingerprint(Laptop laptop, String circle) {
            return laptop.replica()
                    .log()
                    .circle(circle)
                    .orElseThrow()
                    .inventory()
                    .fingerprint()
                    .hex();
        }

        private static List<Object> state(Laptop laptop, String circle) {
            Circle found = laptop.replica().log().circle(circle).orElseThrow();
            return List.of(
                    found.state().parked(),
                    found.state().refused(),
                    laptop.replica().members(circle));
        }
    }
}
