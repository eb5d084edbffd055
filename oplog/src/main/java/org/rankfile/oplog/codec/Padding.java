// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.oplog.Limits;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// `blind:32 | length:4 | body | zeros` to the size class. The blind makes the hash of an erased
/// body useless for guessing what it was (OP-5).
final class Padding {
    private static final int BLIND_BYTES = 32;

    private Padding() {}

    static byte[] add(byte[] body, byte[] blind, int sizeClass) {
        return ByteBuffer.wrap(new byte[SizeClass.bytes(sizeClass)])
                .put(blind)
                .putInt(body.length)
                .put(body)
                .array();
    }

    /// The body; empty unless it is within its limit, in the smallest class that holds it and zeros
    /// follow.
    static Optional<byte[]> remove(byte[] padded, int sizeClass) {
        int length = ByteBuffer.wrap(padded).getInt(BLIND_BYTES);
        int from = SizeClass.OVERHEAD;
        if (length < 0 || length > Limits.BODY_BYTES || length > padded.length - from) {
            return Optional.empty();
        }
        if (SizeClass.classOf(length) != sizeClass) {
            return Optional.empty();
        }
        for (int i = from + length; i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOfRange(padded, from, from + length));
    }
}
