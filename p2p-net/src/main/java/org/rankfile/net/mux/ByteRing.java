// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.mux;

/// Received bytes that nobody has read yet. Grows by doubling, so that what it holds is at most
/// twice what was sent; the window bounds that. Not safe for several threads.
final class ByteRing {
    private static final int FIRST = 1024;

    private byte[] ring = new byte[0];
    private int start;
    private int size;

    int size() {
        return size;
    }

    void add(byte[] bytes, int offset, int length) {
        if (size + length > ring.length) {
            byte[] larger = new byte[Math.max(FIRST, Integer.highestOneBit(size + length) << 1)];
            int had = size;
            take(larger, 0, had);
            ring = larger;
            start = 0;
            size = had;
        }
        int end = (start + size) % ring.length;
        int first = Math.min(length, ring.length - end);
        System.arraycopy(bytes, offset, ring, end, first);
        System.arraycopy(bytes, offset + first, ring, 0, length - first);
        size += length;
    }

    int take(byte[] into, int offset, int length) {
        int n = Math.min(length, size);
        if (n > 0) {
            int first = Math.min(n, ring.length - start);
            System.arraycopy(ring, start, into, offset, first);
            System.arraycopy(ring, 0, into, offset + first, n - first);
            start = (start + n) % ring.length;
            size -= n;
        }
        return n;
    }

    void clear() {
        ring = new byte[0];
        start = 0;
        size = 0;
    }
}
