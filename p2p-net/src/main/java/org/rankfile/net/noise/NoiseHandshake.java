// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.noise;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.DhKey;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.PeerId;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The libp2p handshake over Noise XX: messages in, messages out (without their length prefix). The
/// initiator learns and checks who answers before it says who it is. Static and ephemeral Noise
/// keys are fresh for each handshake. Not safe for several threads.
public final class NoiseHandshake {
    private static final byte[] NOTHING = new byte[0];

    private final boolean initiator;
    private final SigningKey identity;
    private final List<String> muxers;
    private final Check check;
    private final DhKey noiseKey;
    private final NoiseXx noise;
    private @Nullable HandshakePayload far;
    private @Nullable NoiseTransport transport;

    /// Decides on a peer as soon as it has proved who it is.
    @FunctionalInterface
    public interface Check {
        /// Returns if the handshake may go on with this peer.
        ///
        /// @throws NetException with the reason why not
        void accept(PeerId peer) throws NetException;
    }

    /// Starts a handshake with fresh keys.
    public NoiseHandshake(
            boolean initiator,
            SigningKey identity,
            List<String> muxers,
            Check check,
            RandomGenerator random) {
        this.initiator = initiator;
        this.identity = identity;
        this.muxers = List.copyOf(muxers);
        this.check = check;
        noiseKey = DhKey.generate(random);
        noise = new NoiseXx(initiator, NOTHING, noiseKey, DhKey.generate(random));
    }

    /// The initiator's first message; nothing for the responder.
    public Optional<byte[]> start() {
        return initiator ? noise.write(NOTHING) : Optional.empty();
    }

    /// Takes a message and gives the answer to it, if there is one.
    ///
    /// @throws NetException HANDSHAKE if it is malformed or not authentic, or what the check says
    public Optional<byte[]> receive(byte[] message) throws NetException {
        byte[] payload = noise.read(message).orElseThrow(() -> new NetException(Reason.HANDSHAKE));
        if (!initiator && far == null && !noise.knowsFarStatic()) {
            return Optional.of(send());
        }
        far = HandshakePayload.read(payload, noise.farStatic());
        check.accept(far.peer());
        Optional<byte[]> answer = initiator ? Optional.of(send()) : Optional.empty();
        transport = noise.finish();
        return answer;
    }

    private byte[] send() throws NetException {
        byte[] payload = HandshakePayload.write(identity, noiseKey.publicKey(), muxers);
        return noise.write(payload).orElseThrow(() -> new NetException(Reason.HANDSHAKE));
    }

    /// The transport, once the handshake is over.
    public Optional<NoiseTransport> transport() {
        return Optional.ofNullable(transport);
    }

    /// Who the far end is, once the handshake is over.
    ///
    /// @throws IllegalStateException before
    public PeerId peer() {
        return payload().peer();
    }

    /// The multiplexers that the far end offers; empty if it does not negotiate them early.
    ///
    /// @throws IllegalStateException before the handshake is over
    public List<String> farMuxers() {
        return payload().muxers();
    }

    private HandshakePayload payload() {
        if (far == null) {
            throw new IllegalStateException("handshake is not over");
        }
        return far;
    }

    /// Wipes what a handshake that failed leaves.
    public void close() {
        if (transport == null) {
            noise.close();
        }
    }
}
