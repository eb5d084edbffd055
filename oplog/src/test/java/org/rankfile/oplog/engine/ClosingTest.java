// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Mesh;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.Peer;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.testkit.ManualTime;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Peers come and go while a home is being closed: its threads are gone before its last task.
@Timeout(60)
class ClosingTest {
    private final Loopback net = new Loopback();
    private final List<Throwable> escaped = new CopyOnWriteArrayList<>();
    private Thread.UncaughtExceptionHandler usual;
    private volatile boolean over;

    @BeforeEach
    void whatEndsAThreadIsSeen() {
        usual = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> escaped.add(e));
    }

    @AfterEach
    void close() {
        net.close();
        Thread.setDefaultUncaughtExceptionHandler(usual);
    }

    private ReplicaParts closing() {
        return parts(net.parts().engine(), unlessOver(net.io()));
    }

    private static ReplicaParts parts(Executor engine, Executor io) {
        return new ReplicaParts(
                new MemoryStore(),
                engine,
                io,
                new SecureRandom(),
                ManualTime.atTestMorning(),
                Alarm.NEVER);
    }

    private Executor unlessOver(Executor executor) {
        return task -> {
            if (over) {
                throw new RejectedExecutionException("over");
            }
            executor.execute(task);
        };
    }

    @Test
    void whoDialsWithoutThreadsGetsNoSessionAndNoFault() throws Exception {
        NetworkedReplica founder = net.founder();
        NetworkedReplica ben = net.join(founder, "Ben", Role.STEWARD, closing());
        ben.goOffline();
        over = true;
        ben.dial(Loopback.addressOf(founder));
        Reader.of(ben).await(() -> !ben.status().peers().isEmpty());
        assertThat(escaped).isEmpty();
        assertThat(ben.status().peers())
                .allSatisfy(peer -> assertThat(peer.state()).isEqualTo(PeerState.CONNECTED));
    }

    @Test
    void whoIsDialledWithoutThreadsEndsTheSession() throws Exception {
        NetworkedReplica founder = net.founder(closing());
        NetworkedReplica ben = net.join(founder, "Ben", Role.STEWARD);
        Reader ofBen = Reader.of(ben);
        ben.goOffline();
        over = true;
        ben.dial(Loopback.addressOf(founder));
        ofBen.await(() -> states(ben).contains(PeerState.FAILED));
        assertThat(escaped).isEmpty();
    }

    @Test
    void whoComesWhenTheEngineHasStoppedIsTurnedAway() throws Exception {
        NetworkedReplica founder = net.founder(parts(unlessOver(net.parts().engine()), net.io()));
        Multiaddr at = Loopback.addressOf(founder);
        NetworkedReplica ben = net.join(founder, "Ben", Role.STEWARD);
        ben.goOffline();
        over = true;
        try (Mesh outsider = Loopback.outsider(founder.networkKey())) {
            Peer peer = outsider.dial(at);
            for (String protocol : List.of(IntroductionDesk.PROTOCOL, MeshReplica.JOIN)) {
                assertThatThrownBy(() -> peer.open(protocol).readExactly(1))
                        .isInstanceOf(IOException.class);
            }
        }
        Reader ofBen = Reader.of(ben);
        ben.dial(at);
        ofBen.await(() -> states(ben).contains(PeerState.FAILED));
        founder.close();
        assertThat(escaped).isEmpty();
    }

    @Test
    void peersThatConnectWhileAHomeIsClosedMeetNoFault() throws Exception {
        for (int round = 0; round < 5; round++) {
            ExecutorService engine = Executors.newSingleThreadExecutor();
            ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
            NetworkedReplica founder = net.founder(parts(engine, io));
            NetworkedReplica ben = net.join(founder, "Ben", Role.STEWARD);
            Multiaddr at = Loopback.addressOf(founder);
            ben.goOffline();
            Future<?> dialling = net.io().submit(() -> dialUntilRefused(ben, at));
            Reader ofFounder = Reader.of(founder);
            ofFounder.await(() -> !founder.status().peers().isEmpty());
            founder.close();
            engine.shutdown();
            io.shutdown();
            dialling.get();
            assertThat(engine.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(io.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(escaped).isEmpty();
    }

    private static void dialUntilRefused(NetworkedReplica ben, Multiaddr at) {
        try {
            while (true) {
                ben.dial(at);
                ben.goOffline();
            }
        } catch (NetException closed) {
            // Nobody listens there any more.
        }
    }

    private static List<PeerState> states(NetworkedReplica replica) {
        return replica.status().peers().stream().map(peer -> peer.state()).toList();
    }

    @Test
    void whatIsClosedOpensNoPortAnyMore() throws Exception {
        NetworkedReplica founder =
                net.keep(Replicas.found(net.parts(), new Founding("Local 12", "Ana")));
        founder.close();
        assertThatThrownBy(() -> founder.listen(Loopback.ANYWHERE))
                .isInstanceOfSatisfying(
                        NetException.class,
                        e -> assertThat(e.reason()).isEqualTo(NetException.Reason.CLOSED));
        assertThat(founder.status().addresses()).isEmpty();
    }
}
