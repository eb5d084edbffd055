// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.net.Limits;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.Node;
import org.rankfile.net.mux.Yamux;
import org.rankfile.net.noise.NoiseHandshake;
import org.rankfile.net.wire.Malformed;
import org.rankfile.net.wire.Multistream;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// With peers that do not negotiate the multiplexer inside the handshake, as older ones do not.
@DisplayName("NET-24: the multiplexer is agreed on early, or on the encrypted connection")
class MuxerAgreementTest {
    private static Upgrade ours(boolean dialler) {
        return new Upgrade(
                new Upgrade.Parameters(dialler, Node.key(1), List.of(), _ -> {}, new Random(1)));
    }

    private static void talk(Upgrade ours, Far far) throws Malformed, NetException {
        boolean busy = true;
        while (busy) {
            byte[] out = ours.output();
            far.receive(out);
            byte[] back = far.output();
            ours.receive(back);
            busy = out.length + back.length > 0;
        }
    }

    @Test
    void aListenerThatNamesNoneIsAskedOnTheEncryptedConnection() throws Exception {
        Upgrade ours = ours(true);
        Far far = new Far(false);
        talk(ours, far);
        assertThat(far.outcome).isEqualTo(Multistream.Outcome.AGREED);
        assertThat(far.noise.farMuxers()).containsExactly(Yamux.PROTOCOL);
        bothHear(ours, far);
    }

    @Test
    void aDiallerThatNamesNoneIsAnsweredOnTheEncryptedConnection() throws Exception {
        Upgrade ours = ours(false);
        Far far = new Far(true);
        talk(ours, far);
        assertThat(far.outcome).isEqualTo(Multistream.Outcome.AGREED);
        bothHear(ours, far);
    }

    @Test
    void whoNamesOnlyOthersIsLeft() {
        for (boolean dialler : List.of(true, false)) {
            Upgrade ours = ours(dialler);
            Far far = new Far(!dialler, "/mplex/6.7.0");
            assertThatThrownBy(() -> talk(ours, far))
                    .isInstanceOfSatisfying(
                            NetException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.HANDSHAKE));
            assertThat(ours.channel()).isEmpty();
        }
    }

    @Test
    void oursIsTakenFromAmongOthersWithoutAnotherWord() throws Exception {
        Upgrade ours = ours(true);
        Far far = new Far(false, "/mplex/6.7.0", Yamux.PROTOCOL);
        talk(ours, far);
        assertThat(far.outcome).isEqualTo(Multistream.Outcome.OPEN);
        assertThat(ours.channel()).isPresent();
    }

    private static void bothHear(Upgrade ours, Far far) throws NetException {
        SecureChannel channel = ours.channel().orElseThrow();
        byte[] sealed = far.noise.transport().orElseThrow().seal(new byte[] {7});
        channel.receive(Frames.frame(sealed), plain -> assertThat(plain).containsExactly(7));
        far.frames.add(channel.seal(new byte[] {8}));
        byte[] message = far.frames.next(Limits.NOISE_MESSAGE_BYTES).orElseThrow();
        assertThat(far.noise.transport().orElseThrow().open(message)).hasValue(new byte[] {8});
    }

    /// The other end, which offers in the handshake what it is told to.
    private static final class Far {
        final NoiseHandshake noise;
        final Frames frames = new Frames();
        Multistream.Outcome outcome = Multistream.Outcome.OPEN;

        private final boolean dialler;
        private final Multistream security;
        private final Multistream muxer;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private boolean secured;

        Far(boolean dialler, String... offered) {
            this.dialler = dialler;
            noise =
                    new NoiseHandshake(
                            dialler, Node.key(2), List.of(offered), _ -> {}, new Random(2));
            security = negotiation("/noise");
            muxer = negotiation(Yamux.PROTOCOL);
            out.writeBytes(security.output());
        }

        private Multistream negotiation(String protocol) {
            return dialler
                    ? Multistream.dialler(protocol, 1024)
                    : Multistream.listener(protocol::equals, 1024, 4);
        }

        byte[] output() {
            byte[] bytes = out.toByteArray();
            out.reset();
            return bytes;
        }

        void receive(byte[] bytes) throws Malformed, NetException {
            if (secured) {
                frames.add(bytes);
            } else if (security.receive(bytes) == Multistream.Outcome.AGREED) {
                secured = true;
                out.writeBytes(security.output());
                frames.add(security.rest());
                noise.start().ifPresent(message -> out.writeBytes(Frames.frame(message)));
            }
            Optional<byte[]> message = frames.next(Limits.NOISE_MESSAGE_BYTES);
            while (message.isPresent()) {
                take(message.get());
                message = frames.next(Limits.NOISE_MESSAGE_BYTES);
            }
        }

        private void take(byte[] message) throws Malformed, NetException {
            if (noise.transport().isPresent()) {
                byte[] plain = noise.transport().get().open(message).orElseThrow();
                outcome = muxer.receive(plain);
                seal(muxer.output());
                return;
            }
            noise.receive(message).ifPresent(answer -> out.writeBytes(Frames.frame(answer)));
            if (noise.transport().isPresent() && dialler) {
                seal(muxer.output());
            }
        }

        private void seal(byte[] plain) {
            if (plain.length > 0) {
                out.writeBytes(Frames.frame(noise.transport().orElseThrow().seal(plain)));
            }
        }
    }
}
