// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Every window of eight bytes of some texts, in the encodings in which they could leak: UTF-8,
/// both orders of UTF-16, lower case, and Base64 at each of its three alignments. Immutable.
final class Windows {
    private static final int BYTES = 8;
    private static final int FILTER_BITS = 22;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Set<Long> windows = new HashSet<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    private Windows() {}

    static Windows of(List<String> texts) {
        Windows all = new Windows();
        for (String text : texts) {
            all.addForms(text);
            all.addForms(text.toLowerCase(Locale.ROOT));
        }
        return all;
    }

    /// How many windows are looked for.
    int count() {
        return windows.size();
    }

    /// How many of the stream's windows are one of these. Reads to the end.
    long countIn(InputStream stream) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        long window = 0;
        long hits = 0;
        long seen = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            for (int i = 0; i < read; i++) {
                window = window << 8 | (buffer[i] & 0xff);
                seen++;
                if (seen >= BYTES && filter.get(slot(window)) && windows.contains(window)) {
                    hits++;
                }
            }
        }
        return hits;
    }

    private void addForms(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        add(utf8);
        add(text.getBytes(UTF_16LE));
        add(text.getBytes(UTF_16BE));
        for (int skip = 0; skip < 3 && skip < utf8.length; skip++) {
            byte[] rest = Arrays.copyOfRange(utf8, skip, utf8.length);
            int whole = rest.length - rest.length % 3;
            String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(rest, whole));
            add(encoded.getBytes(US_ASCII));
        }
    }

    private void add(byte[] bytes) {
        long window = 0;
        for (int i = 0; i < bytes.length; i++) {
            window = window << 8 | (bytes[i] & 0xff);
            if (i >= BYTES - 1) {
                windows.add(window);
                filter.set(slot(window));
            }
        }
    }

    private static int slot(long window) {
        return (int) ((window * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }
}
