// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

import java.util.Arrays;
import java.util.List;

class SweepTest {
    private final SeededRandom random = new SeededRandom(5);
    private final List<String> texts = Canaries.draw(random, 10);
    private final byte[] text = texts.getFirst().getBytes(US_ASCII);

    @Test
    void aTextIsPlantedAmongSealedBytesAndFoundThere() throws DemoFailed {
        byte[] file = new byte[8192];
        System.arraycopy(random.bytes(1024), 0, file, 5000, 1024);
        byte[] planted = Sweep.inSealed(file, text, random);
        assertThat(planted).hasSameSizeAs(file).isNotEqualTo(file);
        assertThat(Arrays.copyOf(planted, 5000)).containsOnly(0);
        assertThat(LeakSearch.finds(Windows.of(texts), planted)).isTrue();
        assertThat(LeakSearch.finds(Windows.of(texts), file)).isFalse();
    }

    @Test
    void whereNothingIsSealedNothingIsPlanted() {
        byte[] readable = "A log that is not sealed. ".repeat(100).getBytes(US_ASCII);
        assertThatThrownBy(() -> Sweep.inSealed(readable, text, random))
                .isInstanceOf(DemoFailed.class);
        assertThatThrownBy(() -> Sweep.inSealed(new byte[3], text, random))
                .isInstanceOf(DemoFailed.class);
    }
}
