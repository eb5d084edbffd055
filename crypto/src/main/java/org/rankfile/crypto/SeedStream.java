// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Bytes that a secret seed decides and nobody can tell from random ones without it (CR-9): for
/// randomness that has to be made again elsewhere. Not for use by several threads. Never prints.
///
/// [#nextBytes] and [#nextLong] are the same everywhere. What else a [RandomGenerator] has rests on
/// the JDK's way of using them.
public final class SeedStream implements RandomGenerator, AutoCloseable {
    private final Secret seed;
    private final Label label;
    private long blocks;
    private byte[] block = new byte[0];
    private int used;

    /// The stream from its start.
    ///
    /// @param seed copied; 32 random bytes for the strength of 256 bits
    /// @param label what the bytes are for
    public SeedStream(Secret seed, Label label) {
        this.seed = seed.slice(0, seed.length());
        this.label = label;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        for (int done = 0; done < bytes.length; ) {
            if (used == block.length) {
                next();
            }
            int take = Math.min(block.length - used, bytes.length - done);
            System.arraycopy(block, used, bytes, done, take);
            used += take;
            done += take;
        }
    }

    private void next() {
        Arrays.fill(block, (byte) 0);
        block = Mac.plain(seed.view(), label.before(big(blocks++)));
        used = 0;
    }

    private static byte[] big(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    /// The next eight bytes, big-endian.
    @Override
    public long nextLong() {
        byte[] bytes = new byte[Long.BYTES];
        nextBytes(bytes);
        return ByteBuffer.wrap(bytes).getLong();
    }

    /// Wipes the seed and what was not used of the stream. Every use afterwards throws
    /// [IllegalStateException].
    @Override
    public void close() {
        seed.close();
        Arrays.fill(block, (byte) 0);
        used = block.length;
    }

    @Override
    public String toString() {
        return "SeedStream";
    }
}
