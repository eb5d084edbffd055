// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.link;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;
import org.rankfile.net.noise.NoiseTransport;

import java.util.Optional;

/// An authenticated connection after its upgrade: plaintext to bytes of the wire and back. Not safe
/// for several threads.
public final class SecureChannel {
    /// Plaintext that fits one message.
    public static final int PLAINTEXT_BYTES = Limits.NOISE_MESSAGE_BYTES - NoiseTransport.TAG_BYTES;

    private final PeerId peer;
    private final NoiseTransport noise;
    private final @Nullable PrivateNetwork network;
    private final Frames frames;
    private byte[] early;

    /// Where plaintext goes.
    @FunctionalInterface
    public interface PlaintextSink {
        /// Takes the content of one message.
        ///
        /// @throws NetException if it is not acceptable; the connection is over then
        void accept(byte[] plaintext) throws NetException;
    }

    /// @param early plaintext that arrived in the last message of the upgrade
    SecureChannel(
            PeerId peer,
            NoiseTransport noise,
            @Nullable PrivateNetwork network,
            Frames frames,
            byte[] early) {
        this.peer = peer;
        this.noise = noise;
        this.network = network;
        this.frames = frames;
        this.early = early;
    }

    /// Who the far end is.
    public PeerId peer() {
        return peer;
    }

    /// The Noise handshake hash.
    public byte[] handshakeHash() {
        return noise.handshakeHash();
    }

    /// The private network's key that both ends use; empty where there is no private network.
    public Optional<NetworkKey> networkKey() {
        return network == null ? Optional.empty() : network.key();
    }

    /// The bytes to send for a plaintext of at most [#PLAINTEXT_BYTES].
    public byte[] seal(byte[] plaintext) {
        byte[] wire = Frames.frame(noise.seal(plaintext));
        if (network != null) {
            network.encrypt(wire);
        }
        return wire;
    }

    /// Takes bytes of the wire and hands on the content of each message that is complete; with no
    /// bytes, of those that arrived behind the handshake.
    ///
    /// @throws NetException HANDSHAKE if a message is not authentic, or what the sink says
    public void receive(byte[] wire, PlaintextSink sink) throws NetException {
        if (early.length > 0) {
            byte[] first = early;
            early = new byte[0];
            sink.accept(first);
        }
        frames.add(network == null ? wire : network.decrypt(wire));
        Optional<byte[]> message = frames.next(Limits.NOISE_MESSAGE_BYTES);
        while (message.isPresent()) {
            sink.accept(
                    noise.open(message.get())
                            .orElseThrow(() -> new NetException(Reason.HANDSHAKE)));
            message = frames.next(Limits.NOISE_MESSAGE_BYTES);
        }
    }

    /// Wipes the keys.
    public void close() {
        noise.close();
    }
}
