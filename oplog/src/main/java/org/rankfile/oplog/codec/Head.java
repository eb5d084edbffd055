// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import org.rankfile.crypto.Aead;
import org.rankfile.crypto.Signature;

import java.util.Arrays;
import java.util.Optional;

/// What is sealed in an op's head: `header | signature | zeros to 512·n` (OP-4).
///
/// @param headerBytes the header as it was received: what was signed
/// @param header what they say
/// @param signature over the prefix and the header
record Head(byte[] headerBytes, Header header, Signature signature) {
    private static final int BLOCK = 512;
    private static final int MOST_BLOCKS = 2;

    /// Whether a sealed head can have this length.
    static boolean isLength(int sealed) {
        int plain = sealed - Aead.TAG_BYTES;
        return plain > 0 && plain % BLOCK == 0 && plain / BLOCK <= MOST_BLOCKS;
    }

    /// The length of the sealed head for a header of the given length.
    static int sealedLength(int headerLength) {
        int used = headerLength + Signature.BYTES;
        return (used + BLOCK - 1) / BLOCK * BLOCK + Aead.TAG_BYTES;
    }

    byte[] padded() {
        byte[] padded = new byte[sealedLength(headerBytes.length) - Aead.TAG_BYTES];
        System.arraycopy(headerBytes, 0, padded, 0, headerBytes.length);
        System.arraycopy(signature.bytes(), 0, padded, headerBytes.length, Signature.BYTES);
        return padded;
    }

    /// The head of an opened plaintext; empty where it is not in its one encoding.
    static Optional<Head> parse(byte[] padded) {
        Optional<Header> header = Header.parse(padded);
        if (header.isEmpty()) {
            return Optional.empty();
        }
        int length = header.get().length();
        int used = length + Signature.BYTES;
        if (used > padded.length || sealedLength(length) - Aead.TAG_BYTES != padded.length) {
            return Optional.empty();
        }
        for (int i = used; i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        byte[] bytes = Arrays.copyOf(padded, length);
        byte[] signature = Arrays.copyOfRange(padded, length, used);
        return Signature.of(signature).map(s -> new Head(bytes, header.get(), s));
    }
}
