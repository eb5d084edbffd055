// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.NetException.Reason;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Who may do what, and who is who.
@Timeout(60)
class GateTest {
    private static final NetworkKey NETWORK = Node.networkKey(1);
    private static final String JOIN = "/test/join/1.0.0";

    private final Map<PeerId, Gate.Access> verdicts = new ConcurrentHashMap<>();
    private final Mesh guarded =
            Meshes.open(
                    Node.config(1, NETWORK), id -> verdicts.getOrDefault(id, Gate.Access.STRANGER));
    private final Mesh guest = Node.open(2, NETWORK);
    private final Node.Events events = new Node.Events();

    @AfterEach
    void close() {
        guarded.close();
        guest.close();
    }

    private Peer connect() throws NetException {
        guarded.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        guarded.serve(JOIN, Gate.Access.STRANGER, Node::echo);
        guest.observe(events);
        return guest.dial(guarded.listen(Node.LOOPBACK).getFirst());
    }

    private static void refused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        NetException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    @DisplayName("NET-40: a stranger gets identify and what is served to strangers, nothing else")
    void aStrangerGetsIdentifyOnly() throws Exception {
        Peer peer = connect();
        events.await("identified");
        assertThat(peer.identity().protocols()).containsExactly("/ipfs/id/1.0.0", JOIN);
        refused(Reason.PROTOCOL_UNKNOWN, () -> peer.open(Node.ECHO));
        refused(Reason.PROTOCOL_UNKNOWN, peer::ping);
        try (Stream join = peer.open(JOIN)) {
            join.write(new byte[] {5});
            assertThat(join.readExactly(1)).containsExactly(5);
        }
    }

    @Test
    void bothEndsSeeWhichNetworkAConnectionIsOf() throws Exception {
        NetworkKey other = Node.networkKey(2);
        guest.observe(events);
        guarded.useKeys(List.of(NETWORK, other), NETWORK);
        Multiaddr there = guarded.listen(Node.LOOPBACK).getFirst();
        BlockingQueue<Optional<NetworkKey>> seen = new LinkedBlockingQueue<>();
        guarded.serve(JOIN, Gate.Access.STRANGER, stream -> seen.add(stream.peer().networkKey()));
        for (NetworkKey used : List.of(other, NETWORK)) {
            guest.useKeys(List.of(), used);
            Peer far = guest.dial(there);
            assertThat(far.networkKey()).contains(used);
            far.open(JOIN).close();
            assertThat(seen.take()).contains(used);
            guest.goOffline();
            events.await("disconnected");
        }
    }

    @Test
    void aStrangerThatBecomesAMemberMayDoMoreAtOnce() throws Exception {
        Peer peer = connect();
        events.await("identified");
        verdicts.put(guest.self(), Gate.Access.MEMBER);
        guarded.recheck();
        events.await("identified");
        assertThat(peer.identity().protocols()).contains(Node.ECHO);
        assertThat(Echo.roundTrip(peer, 100)).isEqualTo(100);
    }

    @Test
    void rightsGivenBeforeThePeerIsKnownAreToldToo() throws Exception {
        Multiaddr there = guarded.listen(Node.LOOPBACK).getFirst();
        guarded.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
        guest.observe(events);
        for (int i = 0; i < 300; i++) {
            verdicts.clear();
            Peer peer = guest.dial(there);
            verdicts.put(guest.self(), Gate.Access.MEMBER);
            guarded.recheck();
            while (!peer.identity().protocols().contains(Node.ECHO)) {
                events.await("identified");
            }
            peer.close("again");
        }
    }

    @Test
    void aVerdictThatChangesWhileThePeerIsMadeCounts() throws Exception {
        // Asked in the handshake and when the connection is ready: then it becomes a member, and
        // recheck() would not have found the peer yet.
        AtomicInteger asked = new AtomicInteger();
        Gate changing =
                id -> asked.incrementAndGet() <= 2 ? Gate.Access.STRANGER : Gate.Access.MEMBER;
        try (Mesh mesh = Meshes.open(Node.config(4, NETWORK), changing)) {
            mesh.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
            Peer peer = guest.dial(mesh.listen(Node.LOOPBACK).getFirst());
            assertThat(Echo.roundTrip(peer, 100)).isEqualTo(100);
        }
    }

    @Test
    @DisplayName("NET-41: who loses rights is disconnected")
    void aMemberThatBecomesLessIsDisconnected() throws Exception {
        verdicts.put(guest.self(), Gate.Access.MEMBER);
        Peer peer = connect();
        assertThat(peer.ping()).isPositive();
        verdicts.put(guest.self(), Gate.Access.STRANGER);
        guarded.recheck();
        events.await("disconnected");
        assertThat(peer.isOpen()).isFalse();
        assertThat(guarded.counters()).containsEntry("disconnect.refused", 1L);
        refused(Reason.CLOSED, () -> peer.open(JOIN));
    }

    @Test
    void theRefusedAreClosedWhoeverDials() throws Exception {
        verdicts.put(guest.self(), Gate.Access.REFUSED);
        refused(Reason.REFUSED, () -> guarded.dial(guest.listen(Node.LOOPBACK).getFirst()));
        connect();
        events.await("disconnected");
        assertThat(guarded.peers()).isEmpty();
        assertThat(guarded.counters()).containsEntry("handshake.refused", 2L);
    }

    @Test
    @DisplayName("NET-22: another peer than the dialled one is refused")
    void anotherPeerAtTheAddressIsRefused() throws Exception {
        Multiaddr there = guarded.listen(Node.LOOPBACK).getFirst();
        refused(Reason.WRONG_PEER, () -> guest.dial(there.withPeer(Node.id(77))));
        refused(Reason.REFUSED, () -> guarded.dial(there));
    }

    @Test
    @DisplayName("NET-4: only TCP is dialled and listened on")
    void addressesThatCannotBeUsedAreRefusedWithTheReason() throws Exception {
        refused(Reason.BAD_ADDRESS, () -> guest.dial(Multiaddr.of("/ip4/127.0.0.1/udp/1/quic-v1")));
        refused(Reason.BAD_ADDRESS, () -> guest.dial(Multiaddr.of("/p2p-circuit")));
        refused(Reason.BAD_ADDRESS, () -> guest.listen(Multiaddr.of("/dns4/localhost/tcp/0")));
        Multiaddr taken = guarded.listen(Node.LOOPBACK).getFirst();
        refused(Reason.CANNOT_LISTEN, () -> guest.listen(taken.withoutPeer().orElseThrow()));
        guarded.stopListening();
        assertThat(guarded.addresses()).isEmpty();
    }

    @Test
    void anAddressWhereNobodyListensIsUnreachable() throws Exception {
        // Bound, so that no other process can listen there meanwhile.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Multiaddr silent = Multiaddr.of("/ip4/127.0.0.1/tcp/" + held.getLocalPort());
            refused(Reason.UNREACHABLE, () -> guest.dial(silent));
        }
    }

    @Test
    void aNameIsResolvedAndItsAddressesTried() throws Exception {
        String port = guarded.listen(Node.LOOPBACK).getFirst().parts().get(1).value();
        Peer peer = guest.dial(Multiaddr.of("/dns/localhost/tcp/" + port));
        assertThat(peer.id()).isEqualTo(guarded.self());
    }

    @Test
    @DisplayName(
            "NET-12: each of the keys that are listened with opens, and keys change at run time")
    void anyOfTheKeysOpensAndKeysChange() throws Exception {
        NetworkKey next = Node.networkKey(9);
        guarded.useKeys(List.of(next, NETWORK), next);
        Multiaddr there = guarded.listen(Node.LOOPBACK).getFirst();
        guest.dial(there).close("again");
        guest.useKeys(List.of(next), next);
        assertThat(guest.dial(there).id()).isEqualTo(guarded.self());
        guarded.useKeys(List.of(NETWORK), NETWORK);
        try (Mesh third = Node.open(3, next)) {
            refused(Reason.NETWORK_KEY, () -> third.dial(there));
        }
    }

    @Test
    @DisplayName("NET-42: both dial at once; both ends prefer the same connection")
    void simultaneousDialsLeaveOnePeerAtEachEnd() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Mesh one = Node.open(5, NETWORK);
                    Mesh other = Node.open(6, NETWORK);
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                one.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
                other.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
                Multiaddr here = one.listen(Node.LOOPBACK).getFirst();
                Multiaddr there = other.listen(Node.LOOPBACK).getFirst();
                Future<Peer> out = threads.submit(() -> one.dial(there));
                Future<Peer> back = threads.submit(() -> other.dial(here));
                assertThat(Echo.roundTrip(out.get(), 1000)).isEqualTo(1000);
                assertThat(Echo.roundTrip(back.get(), 1000)).isEqualTo(1000);
                assertThat(one.peers()).hasSize(1);
                assertThat(other.peers()).hasSize(1);
                assertThat(one.peers().getFirst().handshakeHash())
                        .isEqualTo(other.peers().getFirst().handshakeHash());
            }
        }
    }
}
