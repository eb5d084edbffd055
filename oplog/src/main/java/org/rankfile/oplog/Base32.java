// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.util.Optional;

/// RFC 4648 base 32 in lower case without padding: letters and digits only, so that no program
/// breaks, links or formats it on the way. One text for each sequence of bytes.
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << 8) | (b & 0xff);
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt((buffer >>> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    /// The bytes of a text in lower case; empty for any text that [#encode] would not write.
    static Optional<byte[]> decode(String text) {
        byte[] bytes = new byte[text.length() * BITS / 8];
        int at = 0;
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            buffer = (buffer << BITS) | digit;
            bits += BITS;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >>> bits);
            }
        }
        boolean padded = bits >= BITS || (buffer & ((1 << bits) - 1)) != 0;
        return padded ? Optional.empty() : Optional.of(bytes);
    }
}
