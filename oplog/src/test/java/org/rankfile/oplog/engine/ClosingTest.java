// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.NetException;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.testkit.ManualTime;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;

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
        return new ReplicaParts(
                new MemoryStore(),
                net.parts().engine(),
                this::unlessOver,
                new SecureRandom(),
                ManualTime.atTestMorning(),
                Alarm.NEVER);
    }

    private void unlessOver(Runnable task) {
        if (over) {
            throw new RejectedExecutionException("over");
        }
        net.io().execute(task);
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
        NetworkedReplica founder =
                net.keep(Replicas.found(closing(), new Founding("Local 12", "Ana")));
        founder.listen(Loopback.ANYWHERE);
        NetworkedReplica ben = net.join(founder, "Ben", Role.STEWARD);
        Reader ofBen = Reader.of(ben);
        ben.goOffline();
        over = true;
        ben.dial(Loopback.addressOf(founder));
        ofBen.await(() -> states(ben).contains(PeerState.FAILED));
        assertThat(escaped).isEmpty();
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
