// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

import java.nio.ByteBuffer;
import java.util.Arrays;

class SeedStreamTest {
    private static final Label LABEL = new Label("rankfile/test/1");

    private final Secret seed = Secret.random(32, new SeededRandom(3));

    private SeedStream stream() {
        return new SeedStream(seed, LABEL);
    }

    private static byte[] bytes(SeedStream stream, int length) {
        byte[] bytes = new byte[length];
        stream.nextBytes(bytes);
        return bytes;
    }

    @Test
    @DisplayName("CR-9: a seed gives the codes of 0, 1, 2 and so on, whatever pieces are taken")
    void aSeedGivesTheCodesOfItsCounter() {
        ByteBuffer expected = ByteBuffer.allocate(96);
        for (long i = 0; i < 3; i++) {
            byte[] counter = ByteBuffer.allocate(8).putLong(i).array();
            expected.put(Mac.hmacSha256(seed, LABEL, counter).bytes());
        }
        assertThat(bytes(stream(), 96)).isEqualTo(expected.array());
        SeededRandom pieces = new SeededRandom(1);
        SeedStream stream = stream();
        ByteBuffer joined = ByteBuffer.allocate(96);
        while (joined.hasRemaining()) {
            if (joined.remaining() >= Long.BYTES && pieces.nextBoolean()) {
                joined.putLong(stream.nextLong());
            } else {
                joined.put(bytes(stream, pieces.nextInt(joined.remaining() + 1)));
            }
        }
        assertThat(joined.array()).isEqualTo(expected.array());
    }

    @Test
    void anotherSeedOrLabelGivesOtherBytes() {
        byte[] some = bytes(stream(), 32);
        assertThat(bytes(new SeedStream(seed, new Label("rankfile/test/2")), 32))
                .isNotEqualTo(some);
        Secret other = Secret.random(32, new SeededRandom(4));
        assertThat(bytes(new SeedStream(other, LABEL), 32)).isNotEqualTo(some);
    }

    @Test
    void aClosedStreamGivesNothingAndLeavesTheSeedOfTheCaller() {
        SeedStream stream = stream();
        bytes(stream, 5);
        stream.close();
        assertThatIllegalStateException().isThrownBy(stream::nextLong);
        assertThat(Arrays.equals(seed.expose(), new byte[32])).isFalse();
        assertThat(stream).hasToString("SeedStream");
    }
}
