// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

class InventoryTest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    @Test
    @DisplayName("SYN-12: fingerprints are those that Negentropy V1 implementations publish")
    void fingerprintsMatchPublishedOnes() {
        List<String> three =
                List.of(
                        "eb6b05c2e3b008592ac666594d78ed83e7b9ab30f825b9b08878128f7500008c",
                        "39b916432333e069a4386917609215cc688eb99f06fed01aadc29b1b4b92d6f0",
                        "abc81d58ebe3b9a87100d47f58bf15e9b1cbf62d38623f11d0f0d17179f5f3ba");
        List<String> six =
                List.of(
                        "224236bff9fe9c02bdeb5a13b21051696f41a18a0ee889f4b492d3341b2fe339",
                        "3b99e1577caeb4d91059af0f8e64086934f9ca3eb08b61512b459075a3efd663",
                        "b60a884b322338fc2b53b8ff34ed277b17397c3b3401b9e151c7e77a7c15e5fd",
                        "e017a826f007171d780fda221da8ea1b9c6ec5ff69a4dc40198630e7b780a423",
                        "e6753c53540b91d3483521b00da5593fc4d871b6a0dba04ab38ad900441deca0",
                        "90e29d9b1c37333a25ad02a478cf356e493da355490baa860cfb16c9bd067cda");
        assertThat(fingerprint(three.subList(0, 1))).isEqualTo("6d74e1212fcafc8a81d090f0ffbde8b0");
        assertThat(fingerprint(three.subList(0, 2))).isEqualTo("96b26d110825d4b1805fc56988a3e65d");
        assertThat(fingerprint(three)).isEqualTo("c15ce60f185fd24ae341076caa93daa5");
        assertThat(fingerprint(six)).isEqualTo("f3973242b814fe584299c94d71ae4d50");
    }

    @Test
    @DisplayName("SYN-10, SYN-11: any order of adding gives the same order and the same sums")
    void randomSetsAgreeWithASimpleModel() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<OpKey> keys = keys(1 + random.nextInt(3000), 1 + random.nextInt(50), random);
            TreeSet<OpKey> model = new TreeSet<>(keys);
            MemoryInventory inventory = new MemoryInventory();
            for (OpKey key : keys) {
                assertThat(inventory.add(key)).isTrue();
                assertThat(inventory.add(key)).isFalse();
            }
            assertThat(inventory.size()).isEqualTo(model.size());
            agree(inventory, new ArrayList<>(model), random);
            Collections.shuffle(keys, random);
            MemoryInventory other = new MemoryInventory();
            keys.forEach(other::add);
            assertThat(other.fingerprint()).isEqualTo(inventory.fingerprint());
        }
    }

    private static void agree(MemoryInventory inventory, List<OpKey> sorted, Random random) {
        for (int i = 0; i < 50; i++) {
            int from = random.nextInt(sorted.size() + 1);
            int to = from + random.nextInt(sorted.size() - from + 1);
            BigInteger expected = sum(sorted.subList(from, to));
            RangeSum sum = inventory.sum(from, to);
            assertThat(littleEndian(sum.bytes())).isEqualTo(expected);
            assertThat(sum.count()).isEqualTo(to - from);
            if (from < sorted.size()) {
                OpKey key = sorted.get(from);
                assertThat(inventory.at(from)).isEqualTo(key);
                assertThat(inventory.rank(key)).isEqualTo(from);
                assertThat(inventory.contains(key)).isTrue();
            }
        }
        assertThat(inventory.rank(OpKey.INFINITY)).isEqualTo(sorted.size());
        assertThat(inventory.rank(OpKey.LOWEST)).isZero();
    }

    @Test
    void theEmptyInventoryHasAFingerprintAndNoRanks() {
        MemoryInventory empty = new MemoryInventory();
        assertThat(empty.size()).isZero();
        assertThat(empty.contains(OpKey.LOWEST)).isFalse();
        assertThat(empty.fingerprint()).isEqualTo(Fingerprint.of(RangeSum.EMPTY));
        assertThatThrownBy(() -> empty.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> empty.add(OpKey.INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("SYN-14: an edge is as short as it can be and lies between its neighbours")
    void edgesSeparateNeighbours() {
        Random random = new Random(7);
        List<OpKey> sorted = new ArrayList<>(new TreeSet<>(keys(2000, 3, random)));
        for (int i = 1; i < sorted.size(); i++) {
            OpKey edge = OpKey.between(sorted.get(i - 1), sorted.get(i));
            assertThat(edge).isGreaterThan(sorted.get(i - 1)).isLessThanOrEqualTo(sorted.get(i));
        }
    }

    private static List<OpKey> keys(int count, int buckets, Random random) {
        List<OpKey> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] id = new byte[32];
            random.nextBytes(id);
            // Negative buckets are the highest: they are unsigned.
            keys.add(OpKey.of(random.nextInt(buckets) - buckets / 2, id));
        }
        return keys;
    }

    private static String fingerprint(List<String> ids) {
        MemoryInventory inventory = new MemoryInventory();
        ids.forEach(id -> inventory.add(OpKey.of(1, HexFormat.of().parseHex(id))));
        return inventory.fingerprint().hex();
    }

    private static BigInteger sum(List<OpKey> keys) {
        return keys.stream()
                .map(key -> littleEndian(key.id()))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(MODULUS);
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
