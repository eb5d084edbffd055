// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

class LeakSearchTest {
    private final SeededRandom random = new SeededRandom(7);
    private final List<String> texts = Canaries.draw(random, 200);
    private final Windows windows = Windows.of(texts);

    @Test
    void aTextIsFoundInEveryEncodingAndAtEveryAlignment() {
        String text = texts.get(17);
        for (int shift = 0; shift < 3; shift++) {
            byte[] inBase64 =
                    Base64.getEncoder().encode(("x".repeat(shift) + text + "yy").getBytes(UTF_8));
            assertThat(LeakSearch.finds(windows, inBase64)).isTrue();
        }
        assertThat(LeakSearch.finds(windows, text.getBytes(UTF_8))).isTrue();
        assertThat(LeakSearch.finds(windows, ("x" + text).getBytes(UTF_16LE))).isTrue();
        assertThat(
                        LeakSearch.finds(
                                windows, text.toLowerCase(java.util.Locale.ROOT).getBytes(UTF_8)))
                .isTrue();
    }

    @Test
    void eightBytesAreEnoughAndSevenAreNot() {
        String text = texts.get(3);
        assertThat(LeakSearch.finds(windows, text.substring(5, 13).getBytes(UTF_8))).isTrue();
        assertThat(LeakSearch.finds(windows, text.substring(5, 12).getBytes(UTF_8))).isFalse();
    }

    @Test
    void aTextAcrossTwoReadsIsFound() throws IOException {
        byte[] long_ = new byte[(1 << 16) + 20];
        byte[] text = texts.get(0).getBytes(UTF_8);
        System.arraycopy(text, 0, long_, (1 << 16) - 4, 20);
        assertThat(windows.countIn(new ByteArrayInputStream(long_))).isPositive();
    }

    @Test
    void randomBytesHoldNothing() throws IOException {
        assertThat(windows.countIn(new ByteArrayInputStream(random.bytes(1 << 20)))).isZero();
    }

    @Test
    void everyFileBelowAFolderIsRead(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Files.write(folder.resolve("a/b/wal"), texts.get(9).getBytes(UTF_8));
        Files.write(folder.resolve("a/clean"), new byte[100]);

        LeakSearch found = LeakSearch.below(List.of(folder), windows);

        assertThat(found.files()).isEqualTo(2);
        assertThat(found.hits()).isPositive();
    }
}
