// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.link;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.mux.Yamux;
import org.rankfile.net.noise.NoiseHandshake;
import org.rankfile.net.noise.NoiseTransport;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.Multistream;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes a [SecureChannel] with yamux on it out of a raw connection: private network, agreement on
/// Noise, handshake, agreement on yamux (early, or by multistream-select with a peer that does not
/// know that). Bytes in, bytes out. Not safe for several threads.
public final class Upgrade {
    private static final String NOISE = "/noise";

    private final @Nullable PrivateNetwork network;
    private final Multistream security;
    private final NoiseHandshake handshake;
    private final boolean dialler;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Frames frames = new Frames();
    private @Nullable Multistream muxer;
    private Stage stage = Stage.SECURITY;
    private boolean wrongKey;

    /// What an upgrade needs.
    ///
    /// @param keys none: no private network; a dialler has one
    public record Parameters(
            boolean dialler,
            SigningKey identity,
            List<NetworkKey> keys,
            NoiseHandshake.Check check,
            RandomGenerator random) {}

    private enum Stage {
        SECURITY,
        HANDSHAKE,
        MUXER,
        DONE
    }

    /// Starts; there may be [#output] at once.
    public Upgrade(Parameters parameters) {
        dialler = parameters.dialler();
        handshake =
                new NoiseHandshake(
                        dialler,
                        parameters.identity(),
                        List.of(Yamux.PROTOCOL),
                        parameters.check(),
                        parameters.random());
        security = negotiation(NOISE);
        if (parameters.keys().isEmpty()) {
            network = null;
        } else {
            network = new PrivateNetwork(parameters.keys(), parameters.random());
            out.writeBytes(network.nonce());
        }
        send(security.output());
    }

    private Multistream negotiation(String protocol) {
        return dialler
                ? Multistream.dialler(protocol, Limits.MULTISTREAM_LINE_BYTES)
                : Multistream.listener(
                        protocol::equals,
                        Limits.MULTISTREAM_LINE_BYTES,
                        Limits.MULTISTREAM_PROPOSALS);
    }

    /// Takes what arrived. Look at [#wrongKey], [#output] and [#channel] afterwards.
    ///
    /// @throws NetException with the reason why the connection is over; what is in [#output] should
    ///   still be sent
    public void receive(byte[] bytes) throws NetException {
        byte[] plain = network == null ? bytes : network.decrypt(bytes);
        wrongKey = network != null && network.state() == PrivateNetwork.State.WRONG_KEY;
        if (wrongKey && dialler) {
            throw new NetException(Reason.NETWORK_KEY);
        }
        if (wrongKey || plain.length == 0) {
            return;
        }
        if (stage == Stage.SECURITY) {
            security(plain);
        } else {
            frames.add(plain);
        }
        while (stage == Stage.HANDSHAKE && step()) {}
        while (stage == Stage.MUXER && stepMuxer()) {}
    }

    private void security(byte[] plain) throws NetException {
        boolean agreed = negotiate(security, plain);
        send(security.output());
        if (agreed) {
            stage = Stage.HANDSHAKE;
            frames.add(security.rest());
            handshake.start().ifPresent(message -> send(Frames.frame(message)));
        }
    }

    private boolean step() throws NetException {
        Optional<byte[]> message = frames.next(Limits.NOISE_HANDSHAKE_BYTES);
        if (message.isPresent()) {
            handshake.receive(message.get()).ifPresent(answer -> send(Frames.frame(answer)));
            handshake.transport().ifPresent(_ -> stage = Stage.MUXER);
            if (stage == Stage.MUXER) {
                startMuxer();
            }
        }
        return message.isPresent();
    }

    private void startMuxer() throws NetException {
        if (handshake.farMuxers().contains(Yamux.PROTOCOL)) {
            stage = Stage.DONE;
        } else if (handshake.farMuxers().isEmpty()) {
            muxer = negotiation(Yamux.PROTOCOL);
            sendSealed(muxer.output());
        } else {
            throw new NetException(Reason.HANDSHAKE);
        }
    }

    private boolean stepMuxer() throws NetException {
        Optional<byte[]> message = frames.next(Limits.NOISE_MESSAGE_BYTES);
        Multistream negotiation = muxer;
        if (message.isPresent() && negotiation != null) {
            byte[] plain =
                    noise().open(message.get())
                            .orElseThrow(() -> new NetException(Reason.HANDSHAKE));
            boolean agreed = negotiate(negotiation, plain);
            sendSealed(negotiation.output());
            stage = agreed ? Stage.DONE : stage;
        }
        return message.isPresent();
    }

    private boolean negotiate(Multistream negotiation, byte[] plain) throws NetException {
        try {
            Multistream.Outcome outcome = negotiation.receive(plain);
            if (outcome == Multistream.Outcome.REFUSED) {
                throw new NetException(Reason.HANDSHAKE);
            }
            return outcome == Multistream.Outcome.AGREED;
        } catch (Malformed e) {
            boolean noise = network != null && !negotiation.headerSeen();
            throw new NetException(noise ? Reason.NETWORK_KEY : Reason.HANDSHAKE, e);
        }
    }

    private void send(byte[] bytes) {
        if (bytes.length > 0) {
            if (network != null) {
                network.encrypt(bytes);
            }
            out.writeBytes(bytes);
        }
    }

    private void sendSealed(byte[] bytes) {
        if (bytes.length > 0) {
            send(Frames.frame(noise().seal(bytes)));
        }
    }

    private NoiseTransport noise() {
        return handshake.transport().orElseThrow();
    }

    /// Takes the bytes that are to be sent.
    public byte[] output() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
    }

    /// Whether the far end uses none of our network keys. Nothing is sent to it any more; the
    /// caller closes the connection after a while. Never true for a dialler, which gets an
    /// exception.
    public boolean wrongKey() {
        return wrongKey;
    }

    /// Whether the far end has shown that it holds our network key (or there is none) and speaks
    /// libp2p.
    public boolean understood() {
        return security.headerSeen();
    }

    /// The connection, once the upgrade is done. Bytes that arrived behind the handshake are in it:
    /// call its `receive` with no bytes first.
    public Optional<SecureChannel> channel() {
        return stage == Stage.DONE
                ? Optional.of(
                        new SecureChannel(handshake.peer(), noise(), network, frames, early()))
                : Optional.empty();
    }

    private byte[] early() {
        return muxer == null ? new byte[0] : muxer.rest();
    }

    /// Wipes what an upgrade that failed leaves.
    public void close() {
        handshake.close();
    }
}
