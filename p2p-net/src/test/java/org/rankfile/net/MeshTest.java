// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.NetException.Reason;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Two of our meshes over loopback TCP.
@Timeout(60)
class MeshTest {
    private static final NetworkKey NETWORK = Node.networkKey(1);

    private final Mesh near = Node.open(11, NETWORK);
    private final Mesh far = Node.open(12, NETWORK);

    @AfterEach
    void close() {
        near.close();
        far.close();
    }

    private Peer connect() throws NetException {
        return near.dial(far.listen(Node.LOOPBACK).getFirst());
    }

    @Test
    void bothEndsKnowEachOtherAndTheSameHandshake() throws Exception {
        Node.Events events = new Node.Events();
        far.observe(events);
        Peer peer = connect();
        events.await("connected " + near.self());
        assertThat(peer.id()).isEqualTo(far.self());
        assertThat(peer.outbound()).isTrue();
        Peer back = far.peers().getFirst();
        assertThat(back.id()).isEqualTo(near.self());
        assertThat(back.outbound()).isFalse();
        assertThat(back.handshakeHash()).isEqualTo(peer.handshakeHash()).hasSize(32);
    }

    @Test
    void identifyTellsAgentProtocolsAndSignedAddresses() throws Exception {
        far.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        Node.Events events = new Node.Events();
        near.observe(events);
        Peer peer = connect();
        events.await("identified");
        assertThat(peer.identity().agent()).isEqualTo("test/12");
        assertThat(peer.identity().protocols())
                .contains(Node.ECHO, "/ipfs/ping/1.0.0", "/ipfs/id/push/1.0.0");
        assertThat(peer.identity().signed()).isTrue();
        assertThat(peer.identity().listening())
                .containsExactly(peer.address().withoutPeer().orElseThrow());
        assertThat(peer.identity().observed()).isPresent();
        far.serve("/test/new/1.0.0", Gate.Access.MEMBER, Node::echo);
        events.await("identified");
        assertThat(peer.identity().protocols()).contains("/test/new/1.0.0");
    }

    @Test
    void aStreamOutlivesItsMeshWithoutFault() throws Exception {
        far.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        Stream stream = connect().open(Node.ECHO);
        near.close();
        assertThatThrownBy(() -> stream.write(new byte[] {1})).isInstanceOf(IOException.class);
        stream.close();
    }

    @Test
    @DisplayName("NET-33: ping")
    void aPingTakesSomeTime() throws Exception {
        assertThat(connect().ping()).isPositive().isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void anEchoOf64MiBComesBackWhole() throws Exception {
        far.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        Peer peer = connect();
        for (int size : List.of(0, 1, 65_507, 65_508, 64 << 20)) {
            assertThat(Echo.roundTrip(peer, size)).isEqualTo(size);
        }
    }

    @Test
    void aThousandStreamsAtOnceEachKeepTheirOwn() throws Exception {
        far.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        Peer peer = connect();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                int size = 1000 + i;
                all.add(threads.submit(() -> Echo.roundTrip(peer, size)));
            }
            for (int i = 0; i < 1000; i++) {
                assertThat(all.get(i).get()).isEqualTo(1000 + i);
            }
        }
    }

    @Test
    @DisplayName("NET-6: what is not served is refused")
    void whatIsNotServedIsRefused() throws Exception {
        Peer peer = connect();
        assertThatThrownBy(() -> peer.open("/test/unknown/1.0.0"))
                .isInstanceOfSatisfying(
                        NetException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PROTOCOL_UNKNOWN));
    }
}
