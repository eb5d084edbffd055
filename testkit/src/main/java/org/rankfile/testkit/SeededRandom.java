// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Randomness that a seed replays. Confined to one thread; [#fork] gives another thread its own.
///
/// Never for keys outside tests: a seed that can be guessed is no secret.
public final class SeededRandom implements RandomGenerator {
    private final SplittableRandom source;

    /// The same seed gives the same values, on every machine and JDK.
    public SeededRandom(long seed) {
        source = new SplittableRandom(seed);
    }

    @Override
    public long nextLong() {
        return source.nextLong();
    }

    /// A fresh array of the given length.
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        nextBytes(bytes);
        return bytes;
    }

    /// An independent stream, itself decided by the seed.
    public SeededRandom fork() {
        return new SeededRandom(source.nextLong());
    }
}
