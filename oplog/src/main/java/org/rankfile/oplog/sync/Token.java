// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.Arrays;

/// A 16-byte overlap token, or a random filler that looks like one.
final class Token {

    static final int BYTES = 16;

    private final byte[] bytes;

    Token(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a token has 16 bytes");
        }
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Token t && Arrays.equals(bytes, t.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
