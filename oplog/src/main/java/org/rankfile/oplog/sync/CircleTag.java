// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.Arrays;
import java.util.HexFormat;

/// The stable public tag of a circle, 16 bytes from its genesis. Not a secret and not a permission.
public final class CircleTag {

    /// Bytes of a tag.
    public static final int BYTES = 16;

    private final byte[] bytes;

    private CircleTag(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The tag of these bytes.
    ///
    /// @throws IllegalArgumentException unless there are 16 bytes
    public static CircleTag of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a circle tag has 16 bytes");
        }
        return new CircleTag(bytes.clone());
    }

    /// The 16 bytes, a fresh array.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof CircleTag t && Arrays.equals(bytes, t.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
