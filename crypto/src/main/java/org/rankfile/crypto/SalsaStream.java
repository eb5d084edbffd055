// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.crypto;

import org.rankfile.crypto.bc.XSalsa20;

/// An XSalsa20 key stream (NaCl), as libp2p's private networks use it. Confined to one thread.
///
/// Gives secrecy against scanners only: nothing is authenticated.
public final class SalsaStream {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 24;

    private final XSalsa20 stream;

    /// A stream from its start.
    public SalsaStream(Secret key, byte[] nonce) {
        if (key.length() != KEY_BYTES || nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes and a nonce 24");
        }
        stream = new XSalsa20(key.view(), nonce);
    }

    /// Combines the next bytes of the stream with the given ones, in place.
    public void apply(byte[] bytes, int offset, int length) {
        stream.apply(bytes, offset, length);
    }
}
