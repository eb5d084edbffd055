// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.util.Arrays;
import java.util.Optional;

/// An Ed25519 signature (RFC 8032): 64 bytes, not yet verified. Immutable.
public final class Signature {
    /// The length in bytes.
    public static final int BYTES = 64;

    private final byte[] bytes;

    private Signature(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The signature of these bytes (copied); empty for another length.
    public static Optional<Signature> of(byte[] bytes) {
        return bytes.length == BYTES ? Optional.of(new Signature(bytes.clone())) : Optional.empty();
    }

    static Signature taking(byte[] bytes) {
        return new Signature(bytes);
    }

    /// A copy of the 64 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] view() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Signature(64 bytes)";
    }
}
