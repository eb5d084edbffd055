// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.Ed25519Point;

import java.util.Arrays;
import java.util.Optional;

/// An Ed25519 public key (RFC 8032): a canonical encoding of a point that is not of small order.
/// Immutable.
public final class VerifyKey {
    /// The length in bytes.
    public static final int BYTES = 32;

    private final byte[] bytes;
    private final Ed25519Point point;

    private VerifyKey(byte[] bytes, Ed25519Point point) {
        this.bytes = bytes;
        this.point = point;
    }

    /// The key of these bytes (copied); empty where they are no acceptable key (CR-5).
    public static Optional<VerifyKey> of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return Ed25519Point.of(copy).map(point -> new VerifyKey(copy, point));
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
        return point.verify(signature.view(), message);
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
