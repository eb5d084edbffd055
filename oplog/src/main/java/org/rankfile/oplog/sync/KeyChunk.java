// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.Arrays;

/// A sorted run of at most 256 keys in flat arrays, with its sum.
final class KeyChunk {

    private static final int CAPACITY = 256;
    private static final int WORDS = 4;

    private int size;
    private int[] buckets = new int[16];
    private long[] words = new long[16 * WORDS];
    private RangeSum total = RangeSum.EMPTY;

    static KeyChunk of(OpKey key) {
        KeyChunk chunk = new KeyChunk();
        chunk.insert(0, key);
        return chunk;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == CAPACITY;
    }

    RangeSum total() {
        return total;
    }

    OpKey at(int index) {
        int w = index * WORDS;
        return new OpKey(
                Integer.toUnsignedLong(buckets[index]),
                words[w],
                words[w + 1],
                words[w + 2],
                words[w + 3]);
    }

    boolean holds(int index, OpKey key) {
        return index < size && at(index).equals(key);
    }

    /// How many keys sort before `bound`.
    int rank(OpKey bound) {
        int low = 0;
        int high = size;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (at(mid).compareTo(bound) < 0) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /// The sum of the first `count` keys.
    RangeSum sum(int count) {
        boolean firstHalf = count <= size / 2;
        RangeSum part = RangeSum.EMPTY;
        for (int i = firstHalf ? 0 : count; i < (firstHalf ? count : size); i++) {
            part = part.plus(RangeSum.of(at(i)));
        }
        return firstHalf ? part : total.minus(part);
    }

    void insert(int index, OpKey key) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, size * 2);
            words = Arrays.copyOf(words, size * 2 * WORDS);
        }
        System.arraycopy(buckets, index, buckets, index + 1, size - index);
        System.arraycopy(words, index * WORDS, words, (index + 1) * WORDS, (size - index) * WORDS);
        put(index, key);
        size++;
        total = total.plus(RangeSum.of(key));
    }

    /// Keeps the lower half here and gives the upper half away.
    KeyChunk split() {
        int keep = size / 2;
        KeyChunk upper = new KeyChunk();
        upper.buckets = Arrays.copyOfRange(buckets, keep, CAPACITY);
        upper.words = Arrays.copyOfRange(words, keep * WORDS, CAPACITY * WORDS);
        upper.size = size - keep;
        RangeSum lower = sum(keep);
        upper.total = total.minus(lower);
        total = lower;
        size = keep;
        return upper;
    }

    private void put(int index, OpKey key) {
        int w = index * WORDS;
        buckets[index] = (int) key.bucket();
        words[w] = key.a();
        words[w + 1] = key.b();
        words[w + 2] = key.c();
        words[w + 3] = key.d();
    }
}
