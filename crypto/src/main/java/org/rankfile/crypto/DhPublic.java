// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.util.Arrays;

/// An X25519 public key (RFC 7748): any 32 bytes. Immutable.
public final class DhPublic {
    /// The length in bytes.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private DhPublic(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The key of these 32 bytes (copied).
    ///
    /// @throws IllegalArgumentException for another length
    public static DhPublic of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an X25519 public key has 32 bytes");
        }
        return new DhPublic(bytes.clone());
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] view() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DhPublic that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "DhPublic";
    }
}
