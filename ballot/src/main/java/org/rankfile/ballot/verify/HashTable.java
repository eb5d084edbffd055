// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.crypto.Hash;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Hashes and a number from 1 for each, in two arrays: 48 to 96 bytes for each hash. Not for use by
/// several threads, but for reading.
///
/// Where a hash lies, and where it is sought next, come from different bytes of it, so that whoever
/// makes hashes to collide has to meet both.
final class HashTable {
    private static final int LEAST_SLOTS = 16;

    private byte[] hashes = new byte[LEAST_SLOTS * Hash.BYTES];
    private int[] numbers = new int[LEAST_SLOTS];
    private int size;

    /// The number of a hash; 0 for one that has none.
    int get(Hash hash) {
        byte[] bytes = hash.bytes();
        return numbers[slot(bytes, numbers.length)];
    }

    /// Gives a hash another number.
    ///
    /// @param number from 1
    /// @return the one it had, or 0
    int put(Hash hash, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("numbers begin at 1");
        }
        if (4L * size >= 3L * numbers.length) {
            grow();
        }
        byte[] bytes = hash.bytes();
        int slot = slot(bytes, numbers.length);
        int before = numbers[slot];
        if (before == 0) {
            System.arraycopy(bytes, 0, hashes, slot * Hash.BYTES, Hash.BYTES);
            size++;
        }
        numbers[slot] = number;
        return before;
    }

    /// How many hashes have a number.
    int size() {
        return size;
    }

    /// Where a hash lies, or would lie.
    private int slot(byte[] hash, int slots) {
        ByteBuffer words = ByteBuffer.wrap(hash);
        int slot = words.getInt() & slots - 1;
        int step = words.getInt() | 1;
        while (numbers[slot] != 0 && !lies(hash, slot)) {
            slot = slot + step & slots - 1;
        }
        return slot;
    }

    private boolean lies(byte[] hash, int slot) {
        int from = slot * Hash.BYTES;
        return Arrays.equals(hashes, from, from + Hash.BYTES, hash, 0, Hash.BYTES);
    }

    private void grow() {
        byte[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        int slots = Math.multiplyExact(oldNumbers.length, 2);
        hashes = new byte[Math.multiplyExact(slots, Hash.BYTES)];
        numbers = new int[slots];
        for (int old = 0; old < oldNumbers.length; old++) {
            if (oldNumbers[old] != 0) {
                int from = old * Hash.BYTES;
                byte[] hash = Arrays.copyOfRange(oldHashes, from, from + Hash.BYTES);
                int slot = slot(hash, slots);
                System.arraycopy(hash, 0, hashes, slot * Hash.BYTES, Hash.BYTES);
                numbers[slot] = oldNumbers[old];
            }
        }
    }
}
