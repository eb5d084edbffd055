// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.Ed25519Keys;

import java.util.Arrays;
import java.util.Optional;

/// An Ed25519 public key (RFC 8032): a canonical encoding of a point that is not of small order.
/// Immutable.
public final class VerifyKey {
    /// The length in bytes.
    public static final int BYTES = 32;

    private final byte[] bytes;

    private VerifyKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The key of these bytes (copied); empty where they are no acceptable key (CR-5).
    public static Optional<VerifyKey> of(byte[] bytes) {
        return Ed25519Keys.isAcceptable(bytes)
                ? Optional.of(new VerifyKey(bytes.clone()))
                : Optional.empty();
    }

    static VerifyKey taking(byte[] bytes) {
        return new VerifyKey(bytes);
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Whether this key signed the label and the parts.
    public boolean verify(Label label, Signature signature, byte[]... parts) {
        return verifyForeign(signature, label.before(parts));
    }

    /// Whether this key signed the message of a protocol that is not ours.
    public boolean verifyForeign(Signature signature, byte[] message) {
        return Ed25519Keys.verify(bytes, signature.view(), message);
    }

    byte[] view() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "VerifyKey";
    }
}
