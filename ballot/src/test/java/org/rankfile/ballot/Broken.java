// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.testkit.SeededRandom;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Texts that went wrong on the way.
public final class Broken {
    private static final List<String> PIECES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e9",
                    "0.5",
                    "\"\"",
                    "[]",
                    "{}",
                    "\"0\"",
                    "99999999999",
                    "\"-1\"",
                    "\"01\"",
                    "\u0000",
                    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                    "\"\\ud800\"",
                    ",",
                    "\"answers\":[],",
                    "\"1,0\"");

    private Broken() {}

    /// A text with some bytes changed, cut out, or with a piece of JSON put in.
    public static byte[] text(byte[] text, SeededRandom random) {
        StringBuilder broken = new StringBuilder(new String(text, StandardCharsets.ISO_8859_1));
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> broken.setCharAt(at, (char) random.nextInt(256));
                case 1 -> broken.delete(at, to);
                case 2 -> broken.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> broken.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return broken.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
