// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.link;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.SalsaStream;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.wire.LineBuffer;
import org.rankfile.net.wire.Multistream;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The pre-shared key layer below everything else (libp2p specs, pnet v1): each end sends a random
/// 24-byte nonce and then everything under XSalsa20. A listener with several keys finds the
/// dialler's by the first plaintext, which is always the multistream header; until then it can send
/// nothing but its nonce. Not safe for several threads, but the two directions may be used on two.
final class PrivateNetwork {
    static final int NONCE_BYTES = 24;

    private static final byte[] FIRST = LineBuffer.encode(Multistream.HEADER);

    private final List<NetworkKey> keys;
    private final byte[] ownNonce = new byte[NONCE_BYTES];
    private byte[] held = new byte[0];
    private State state = State.WAITING;
    private @Nullable NetworkKey found;
    private @Nullable SalsaStream in;
    private @Nullable SalsaStream out;

    /// How far the layer is.
    enum State {
        /// For the far end's nonce, or for enough bytes to find its key.
        WAITING,
        /// Both directions work.
        READY,
        /// The far end uses none of our keys.
        WRONG_KEY
    }

    PrivateNetwork(List<NetworkKey> keys, RandomGenerator random) {
        this.keys = keys;
        random.nextBytes(ownNonce);
        if (keys.size() == 1) {
            out = new SalsaStream(keys.getFirst().secret(), ownNonce);
        }
    }

    /// The nonce, to be sent before anything else.
    byte[] nonce() {
        return ownNonce.clone();
    }

    State state() {
        return state;
    }

    /// The key that both ends use; empty before [State#READY].
    Optional<NetworkKey> key() {
        return Optional.ofNullable(found);
    }

    /// Decrypts in place what is to be sent, or encrypts it, which is the same.
    void encrypt(byte[] bytes) {
        if (out == null) {
            throw new IllegalStateException("the far end's key is not known yet");
        }
        out.apply(bytes, 0, bytes.length);
    }

    /// Takes what arrived and gives the plaintext that can be had so far.
    byte[] decrypt(byte[] bytes) {
        if (state == State.READY && in != null) {
            byte[] plain = bytes.clone();
            in.apply(plain, 0, plain.length);
            return plain;
        }
        byte[] all = Arrays.copyOf(held, held.length + bytes.length);
        System.arraycopy(bytes, 0, all, held.length, bytes.length);
        held = all;
        if (state == State.WRONG_KEY || held.length < NONCE_BYTES + FIRST.length) {
            return new byte[0];
        }
        return findKey();
    }

    private byte[] findKey() {
        byte[] farNonce = Arrays.copyOf(held, NONCE_BYTES);
        for (NetworkKey key : keys) {
            SalsaStream stream = new SalsaStream(key.secret(), farNonce);
            byte[] first = Arrays.copyOfRange(held, NONCE_BYTES, NONCE_BYTES + FIRST.length);
            stream.apply(first, 0, first.length);
            if (Arrays.equals(first, FIRST)) {
                byte[] plain = Arrays.copyOfRange(held, NONCE_BYTES, held.length);
                stream.apply(plain, FIRST.length, plain.length - FIRST.length);
                System.arraycopy(first, 0, plain, 0, first.length);
                found = key;
                in = stream;
                out = out == null ? new SalsaStream(key.secret(), ownNonce) : out;
                state = State.READY;
                held = new byte[0];
                return plain;
            }
        }
        state = State.WRONG_KEY;
        held = new byte[0];
        return new byte[0];
    }
}
