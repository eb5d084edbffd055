// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/// Small generators for property tests. A failure names its seed.
public final class Gen {
    private static final String[] SAMPLES = {
        "",
        "a",
        " ",
        "\n",
        "\u0000",
        "é",
        "e\u0301",
        "ñandú",
        "日本",
        "👩‍🏭",
        "\uD800",
        "\uFEFF",
        "[SEP]",
        "=1+1",
        "\"",
        "';--",
        "\u202Eabc",
        "ﬁ",
        "İ",
        "\t",
        "Art. 14.3",
        "$742.40"
    };

    private Gen() {}

    /// Runs the property once for each seed from `from` on; the failing seed is in the message.
    public static void forSeeds(long from, int count, LongConsumer property) {
        for (long seed = from; seed < from + count; seed++) {
            try {
                property.accept(seed);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    /// A text of up to `pieces` awkward pieces: markup, scripts, lone surrogates, controls.
    public static String text(RandomGenerator random, int pieces) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(pieces + 1);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(SAMPLES[random.nextInt(SAMPLES.length)]);
            }
        }
        return text.toString();
    }

    /// One element of a list that is not empty.
    public static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// A damaged copy: one to three of a flipped bit, a cut, an insertion or a repeated piece.
    public static byte[] mutate(RandomGenerator random, byte[] original) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            bytes = mutateOnce(random, bytes);
        }
        return bytes;
    }

    private static byte[] mutateOnce(RandomGenerator random, byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> splice(bytes, at, new byte[] {(byte) random.nextInt()});
            default -> splice(bytes, at, Arrays.copyOfRange(bytes, at / 2, at));
        };
    }

    private static byte[] splice(byte[] bytes, int at, byte[] piece) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, joined, at, piece.length);
        System.arraycopy(bytes, at, joined, at + piece.length, bytes.length - at);
        return joined;
    }
}
