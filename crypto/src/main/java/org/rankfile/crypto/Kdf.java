// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import java.util.Arrays;

/// HKDF with SHA-256 (RFC 5869).
public final class Kdf {
    private static final int MAX_BYTES = 255 * Hash.BYTES;

    private Kdf() {}

    /// A key of the given length for one use: the info is the label, then the context.
    ///
    /// @param salt may be empty
    /// @param length at most 8,160 bytes
    public static Secret hkdfSha256(
            Secret input, byte[] salt, Label label, byte[] context, int length) {
        return hkdfPlain(input, salt, label.before(context), length);
    }

    /// HKDF as in the RFC, for protocols that are not ours.
    public static Secret hkdfPlain(Secret input, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MAX_BYTES) {
            throw new IllegalArgumentException("HKDF gives 1 to 8160 bytes");
        }
        byte[] pseudoRandomKey = Mac.plain(salt, input.view());
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; counter++) {
            block =
                    Mac.plain(
                            pseudoRandomKey, Bytes.join(block, info, new byte[] {(byte) counter}));
            int take = Math.min(block.length, length - done);
            System.arraycopy(block, 0, output, done, take);
            done += take;
        }
        Arrays.fill(pseudoRandomKey, (byte) 0);
        Arrays.fill(block, (byte) 0);
        return Secret.taking(output);
    }
}
