// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.crypto.Hash;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

class HashTableTest {
    @Test
    void isAMapFromHashesToNumbers() {
        Random random = new Random(7);
        Map<Hash, Integer> map = new HashMap<>();
        HashTable table = new HashTable();
        for (int i = 1; i <= 20_000; i++) {
            Hash hash = hash(random.nextInt(3), random.nextInt(4), random.nextInt(1_000));
            Integer before = map.put(hash, i);
            assertThat(table.put(hash, i)).isEqualTo(before == null ? 0 : before);
        }
        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((hash, number) -> assertThat(table.get(hash)).isEqualTo(number));
        assertThat(table.get(hash(3, 4, 1_000))).isZero();
    }

    @Test
    void keepsTheHashOfZeros() {
        HashTable table = new HashTable();
        assertThat(table.get(hash(0, 0, 0))).isZero();
        assertThat(table.put(hash(0, 0, 0), 9)).isZero();
        assertThat(table.get(hash(0, 0, 0))).isEqualTo(9);
    }

    @Test
    void refusesTheNumberThatMeansNone() {
        HashTable table = new HashTable();
        assertThatThrownBy(() -> table.put(hash(1, 2, 3), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Many of these lie in the same slot and step alike.
    private static Hash hash(int slot, int step, int rest) {
        return Hash.of(
                ByteBuffer.allocate(Hash.BYTES).putInt(slot).putInt(step).putInt(rest).array());
    }
}
