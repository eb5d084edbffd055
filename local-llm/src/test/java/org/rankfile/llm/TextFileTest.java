// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.llm.extract.Limits;

import java.nio.charset.StandardCharsets;
import java.util.Random;

final class TextFileTest {
    @Test
    @DisplayName("SUM-1: UTF-8 and marked UTF-16 are read unchanged, the mark included")
    void validTextIsReadUnchanged() {
        String text = "\ufeffWeekend — £150 😀\r\n";
        assertThat(TextFile.of(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TextFile.Text(text));
        assertThat(TextFile.of(text.getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(new TextFile.Text(text));
        assertThat(TextFile.of(text.getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(new TextFile.Text(text));
        assertThat(TextFile.of(new byte[0])).isEqualTo(new TextFile.Text(""));
    }

    @Test
    @DisplayName("SUM-1: broken encodings and binary data are refused as unreadable")
    void brokenEncodingsAreRefused() {
        assertRefused("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), Refusal.Code.UNREADABLE);
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n'}, Refusal.Code.UNREADABLE);
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, Refusal.Code.UNREADABLE);
        assertRefused(new byte[Limits.MAX_BYTES + 1], Refusal.Code.TOO_LONG);
    }

    @Test
    void anyBytesAreTextOrRefused() {
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            var bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            switch (TextFile.of(bytes)) {
                case TextFile.Text(String text) -> assertThat(text.length()).isLessThan(61);
                case TextFile.Refused(Refusal why) ->
                        assertThat(why.code()).isEqualTo(Refusal.Code.UNREADABLE);
            }
        }
    }

    private static void assertRefused(byte[] bytes, Refusal.Code code) {
        assertThat(TextFile.of(bytes))
                .isInstanceOfSatisfying(
                        TextFile.Refused.class, r -> assertThat(r.why().code()).isEqualTo(code));
    }
}
