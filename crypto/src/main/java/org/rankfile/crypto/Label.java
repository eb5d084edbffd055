// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.nio.charset.StandardCharsets;

/// What a hash, a key or a signature is for, such as `rankfile/op/1`. Two uses never share one.
///
/// @param text 1 to 64 printable ASCII characters
public record Label(String text) {
    private static final int MAX_CHARS = 64;

    public Label {
        boolean ascii = text.chars().allMatch(c -> c > ' ' && c <= '~');
        if (text.isEmpty() || text.length() > MAX_CHARS || !ascii) {
            throw new IllegalArgumentException("a label has 1 to 64 printable ASCII characters");
        }
    }

    /// The length in one byte, then the characters: what goes before the data, so that no label is
    /// the start of another (CR-1).
    public byte[] bytes() {
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        byte[] prefixed = new byte[characters.length + 1];
        prefixed[0] = (byte) characters.length;
        System.arraycopy(characters, 0, prefixed, 1, characters.length);
        return prefixed;
    }

    byte[] before(byte[]... parts) {
        return Bytes.join(bytes(), parts);
    }
}
