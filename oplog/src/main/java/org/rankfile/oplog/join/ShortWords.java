// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.join;

import org.rankfile.crypto.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The four words that both screens show: a byte of the transcript's hash each, from a list of 256
/// (JOIN-14). A stranger in between, or with a copy of the invitation, gets other words but for one
/// chance in 2^32.
public final class ShortWords {

    /// How many words are compared.
    public static final int COUNT = 4;

    private static final List<String> LIST = load();

    private ShortWords() {}

    static List<String> of(Hash transcript) {
        byte[] bytes = transcript.bytes();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            words.add(LIST.get(bytes[i] & 0xff));
        }
        return List.copyOf(words);
    }

    /// Did somebody type these words? Case, and what stands between words, do not matter.
    public static boolean match(List<String> words, String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s,.\\-]+", " ").strip();
        return plain.equals(String.join(" ", words));
    }

    static List<String> list() {
        return LIST;
    }

    private static List<String> load() {
        try (InputStream in = ShortWords.class.getResourceAsStream("words.txt")) {
            String all =
                    new String(
                            Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return all.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
