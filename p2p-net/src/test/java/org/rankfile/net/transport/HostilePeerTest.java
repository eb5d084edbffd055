// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Gate;
import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Node;
import org.rankfile.net.mux.Yamux;
import org.rankfile.net.wire.Multistream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// Peers that break the rules over real sockets: closed, counted, and nothing is left.
@Timeout(60)
@DisplayName("NET-30: a peer that breaks a limit is disconnected and counted")
class HostilePeerTest {
    private static final NetworkKey NETWORK = Node.networkKey(1);
    private static final Limits.Times TIMES = Limits.Times.defaults();
    private static final int DATA = 0;
    private static final int WINDOW = 1;
    private static final int PING = 2;
    private static final int SYN = 1;

    private final ManualTimers timers = new ManualTimers();
    private final Node.Events events = new Node.Events();
    private final NettyMesh mesh =
            NettyMesh.open(
                    Node.config(
                            1, NETWORK, Limits.defaults().withConnections(3, 2).withStreams(16)),
                    Node.EVERYONE,
                    timers);
    private Multiaddr address;

    @BeforeEach
    void listen() throws Exception {
        mesh.observe(events);
        address = mesh.listen(Node.LOOPBACK).getFirst();
    }

    @AfterEach
    void nothingIsLeft() {
        mesh.close();
        assertThat(mesh.peers()).isEmpty();
    }

    private RawPeer upgraded() throws IOException {
        return RawPeer.upgraded(address, List.of(NETWORK), 2);
    }

    private void disconnected(RawPeer peer, String reason) throws Exception {
        peer.readAll();
        events.await("disconnected " + Node.id(2) + " " + reason);
        assertThat(mesh.counters()).containsEntry("disconnect." + reason, 1L);
    }

    /// The counter has been raised before the socket was closed.
    private void failed(RawPeer peer, String reason) throws Exception {
        peer.readAll();
        assertThat(mesh.counters()).containsEntry("handshake." + reason, 1L);
    }

    @Test
    void aHandshakeThatNeverEndsIsClosedInTime() throws Exception {
        try (RawPeer slow = new RawPeer(address)) {
            slow.send(new byte[1]);
            timers.await(TIMES.handshake());
            timers.advance(TIMES.handshake().minusMillis(1));
            slow.send(new byte[1]);
            assertThat(mesh.counters()).containsOnlyKeys("accepted");
            timers.advance(Duration.ofMillis(1));
            failed(slow, "timeout");
        }
    }

    @Test
    void handshakesUnderWayAreFew() throws Exception {
        try (RawPeer one = new RawPeer(address);
                RawPeer two = new RawPeer(address)) {
            assertThat(one.read()).hasSize(24);
            assertThat(two.read()).hasSize(24);
            try (RawPeer three = new RawPeer(address)) {
                assertThat(three.readAll()).isEmpty();
                failed(three, "too_many_connections");
            }
        }
    }

    @Test
    @DisplayName("NET-13: a wrong key gets 24 bytes, and is closed after a while or 4 KiB")
    void aWrongKeyGetsTheNonceAndIsClosed() throws Exception {
        byte[] noise = new byte[100];
        new Random(1).nextBytes(noise);
        try (RawPeer patient = new RawPeer(address)) {
            patient.send(noise);
            byte[] nonce = patient.read();
            timers.await(TIMES.wrongKey());
            timers.advance(TIMES.wrongKey());
            assertThat(nonce.length + patient.readAll().length).isEqualTo(24);
            assertThat(mesh.counters()).containsEntry("handshake.network_key", 1L);
        }
        try (RawPeer loud = new RawPeer(address)) {
            loud.send(noise);
            loud.send(new byte[Limits.WRONG_KEY_BYTES + 100]);
            assertThat(loud.readAll().length).isLessThanOrEqualTo(24);
            assertThat(mesh.counters()).containsEntry("handshake.network_key", 2L);
        }
    }

    @Test
    void aReplayedHandshakeIsRefused() throws Exception {
        byte[] recorded;
        try (RawPeer first = upgraded()) {
            recorded = first.sent();
        }
        events.await("disconnected");
        try (RawPeer replay = new RawPeer(address)) {
            replay.send(recorded);
            failed(replay, "handshake");
        }
    }

    @Test
    void truncatedAndChangedMessagesAreRefused() throws Exception {
        try (RawPeer cut = upgraded()) {
            cut.send(new byte[1]);
        }
        events.await("disconnected " + Node.id(2) + " closed");
        try (RawPeer changed = upgraded()) {
            byte[] garbage = new byte[70_000];
            new Random(2).nextBytes(garbage);
            changed.send(garbage);
            disconnected(changed, "handshake");
        }
    }

    @Test
    void moreThanTheWindowIsRefused() throws Exception {
        try (RawPeer greedy = upgraded()) {
            greedy.seal(RawPeer.frame(WINDOW, SYN, 1, 0));
            greedy.seal(RawPeer.frame(DATA, 0, 1, Limits.defaults().windowBytes() + 1));
            disconnected(greedy, "window_exceeded");
        }
    }

    @Test
    void aFloodOfStreamsIsRefused() throws Exception {
        try (RawPeer flood = upgraded()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 0; i < 17; i++) {
                all.writeBytes(RawPeer.frame(WINDOW, SYN, 2 * i + 1, 0));
            }
            flood.seal(all.toByteArray());
            disconnected(flood, "too_many_streams");
        }
    }

    @Test
    void whoAsksAndNeverReadsTheAnswersIsRefused() throws Exception {
        byte[] pings = new byte[12 * 5000];
        byte[] ping = RawPeer.frame(PING, SYN, 0, 7);
        for (int i = 0; i < 5000; i++) {
            System.arraycopy(ping, 0, pings, 12 * i, 12);
        }
        try (RawPeer deaf = upgraded()) {
            boolean open = true;
            for (int i = 0; open && i < 2000; i++) {
                open = sealed(deaf, pings);
            }
            disconnected(deaf, "flood");
        }
    }

    private static boolean sealed(RawPeer peer, byte[] plaintext) {
        try {
            peer.seal(plaintext);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFrameThatBreaksTheSpecificationIsRefused() throws Exception {
        try (RawPeer odd = upgraded()) {
            odd.seal(RawPeer.frame(9, 0, 0, 0));
            disconnected(odd, "malformed");
        }
    }

    @Test
    @DisplayName("NET-29: a peer that gives no sign of life is disconnected")
    void aDeadPeerIsNoticed() throws Exception {
        try (RawPeer dead = upgraded()) {
            events.await("connected");
            timers.await(TIMES.keepAlive());
            timers.advance(TIMES.keepAlive());
            timers.await(TIMES.keepAliveAnswer());
            timers.advance(TIMES.keepAliveAnswer());
            disconnected(dead, "timeout");
        }
    }

    @Test
    @DisplayName("NET-6: a negotiation that breaks the rules resets its stream only")
    void aStreamThatStartsWithNonsenseIsReset() throws Exception {
        Far far = new Far();
        try (RawPeer peer = upgraded()) {
            int stream = far.yamux.open();
            far.yamux.send(stream, new byte[] {1, 2, 3}, 0, 3);
            peer.seal(far.yamux.take(1000));
            while (!far.reset) {
                far.yamux.receive(peer.open());
            }
        }
        // Counted by the stream's own thread, after the reset has left: closing waits for it.
        mesh.close();
        assertThat(mesh.counters()).containsEntry("stream.malformed", 1L);
    }

    @Test
    @DisplayName("NET-26: a reader that does not read holds the writer up, and no memory")
    void aReaderThatDoesNotReadHoldsTheWriterUp() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        int bytes = 5 * Limits.YAMUX_INITIAL_WINDOW;
        mesh.serve(
                "/t/1",
                Gate.Access.MEMBER,
                stream -> {
                    stream.write(new byte[bytes]);
                    done.countDown();
                });
        Far far = new Far();
        byte[] hello = Multistream.dialler("/t/1", 1024).output();
        try (RawPeer peer = upgraded()) {
            int stream = far.yamux.open();
            far.yamux.send(stream, hello, 0, hello.length);
            peer.seal(far.yamux.take(1000));
            while (far.received < Limits.YAMUX_INITIAL_WINDOW) {
                far.yamux.receive(peer.open());
            }
            assertThat(far.received).isEqualTo(Limits.YAMUX_INITIAL_WINDOW);
            assertThat(done.getCount()).isOne();
            int consumed = 0;
            while (far.received < bytes + hello.length) {
                far.yamux.consumed(stream, far.received - consumed);
                consumed = far.received;
                peer.seal(far.yamux.take(1000));
                far.yamux.receive(peer.open());
            }
            done.await();
        }
    }

    /// The far end's multiplexer, which only counts.
    private static final class Far implements Yamux.Events {
        private static final Limits SMALL =
                new Limits(
                        1,
                        1,
                        16,
                        Limits.YAMUX_INITIAL_WINDOW,
                        1 << 20,
                        1 << 20,
                        Limits.Times.defaults());

        final Yamux yamux = new Yamux(true, SMALL, this);
        int received;
        boolean reset;

        @Override
        public void opened(int stream) {}

        @Override
        public void data(int stream, byte[] bytes, int offset, int length) {
            received += stream == 1 ? length : 0;
        }

        @Override
        public void granted(int stream) {}

        @Override
        public void ended(int stream) {}

        @Override
        public void reset(int stream) {
            reset |= stream == 1;
        }

        @Override
        public void pong(int value) {}

        @Override
        public void goAway(long code) {}
    }
}
