// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import java.util.Optional;

/// The two directions after a handshake. Sealing and opening may happen on different threads, but
/// each on one at a time.
public final class NoiseTransport {
    /// What sealing adds to a message.
    public static final int TAG_BYTES = 16;

    private static final byte[] NO_AAD = new byte[0];

    private final CipherState sending;
    private final CipherState receiving;
    private final byte[] handshakeHash;

    NoiseTransport(CipherState sending, CipherState receiving, byte[] handshakeHash) {
        this.sending = sending;
        this.receiving = receiving;
        this.handshakeHash = handshakeHash;
    }

    /// Seals the next message, of at most 65,519 bytes.
    public byte[] seal(byte[] plaintext) {
        return sending.encrypt(NO_AAD, plaintext);
    }

    /// Opens the next message; empty if it is not authentic, after which nothing more may be read.
    public Optional<byte[]> open(byte[] sealed) {
        return receiving.decrypt(NO_AAD, sealed);
    }

    /// The handshake hash, 32 bytes, a copy.
    public byte[] handshakeHash() {
        return handshakeHash.clone();
    }

    /// Wipes the keys.
    public void close() {
        sending.close();
        receiving.close();
    }
}
