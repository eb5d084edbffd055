// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Limits;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.Peer;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;
import org.rankfile.oplog.Role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Connections that break, sessions that fail, and what brings them back.
@Timeout(60)
class ReconnectTest {
    private final Loopback net = new Loopback();
    private final List<Runnable> alarms = new CopyOnWriteArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private NetworkedReplica founder;
    private MeshReplica steward;
    private Multiaddr at;
    private Reader ours;
    private Reader theirs;

    @BeforeEach
    void twoWhoKnowEachOther() throws Exception {
        founder = net.founder();
        at = Loopback.addressOf(founder);
        MemoryStore disk = new MemoryStore();
        net.join(founder, "Ben", Role.STEWARD, net.parts(disk, (_, _) -> {})).close();
        steward =
                net.keep(
                        new MeshReplica(
                                LocalReplica.open(net.parts(disk, this::alarm)),
                                quick(Limits.defaults())));
        ours = Reader.of(founder);
        theirs = Reader.of(steward);
        ours.await(() -> founder.status().peers().isEmpty());
    }

    private static Limits quick(Limits limits) {
        Limits.Times times = limits.times();
        return limits.withTimes(
                new Limits.Times(
                        times.connect(),
                        times.handshake(),
                        Duration.ofSeconds(1),
                        times.wrongKey(),
                        times.keepAlive(),
                        times.keepAliveAnswer(),
                        times.close()));
    }

    private void alarm(Duration delay, Runnable task) {
        delays.add(delay);
        alarms.add(task);
    }

    @AfterEach
    void close() {
        net.close();
    }

    private void inSync() throws Exception {
        ours.await(() -> Loopback.inSync(founder));
        theirs.await(() -> Loopback.inSync(steward));
    }

    private PeerState stateAtSteward() {
        List<PeerStatus> peers = steward.status().peers();
        return peers.isEmpty() ? PeerState.CONNECTED : peers.getFirst().state();
    }

    @Test
    void aConnectionThatWasCutIsDialledAgain() throws Exception {
        try (Wire wire = Wire.to(at, net.io())) {
            steward.dial(wire.address(at));
            inSync();
            wire.cut();
            ours.await(() -> founder.status().peers().isEmpty());
            theirs.await(() -> steward.status().peers().isEmpty());
            Loopback.append(founder, "while apart");
            steward.dial(wire.address(at));
            theirs.awaitTexts("while apart");
            inSync();
        }
    }

    @Test
    void aConnectionThatDiedWithoutAWordIsFoundOutByDiallingAgain() throws Exception {
        try (Wire wire = Wire.to(at, net.io())) {
            steward.dial(wire.address(at));
            inSync();
            wire.die();
            Loopback.append(founder, "while apart");
            steward.dial(at);
            theirs.awaitTexts("while apart");
            Loopback.append(steward, "back");
            ours.awaitTexts("while apart", "back");
            theirs.await(() -> Loopback.inSync(steward));
        }
    }

    @Test
    void aPeerWhoseProgramIsKilledIsNotInTheStatusAnyMore() throws Exception {
        steward.dial(at);
        inSync();
        assertThat(founder.status().peers()).hasSize(1);
        steward.close();
        ours.await(() -> founder.status().peers().isEmpty());
    }

    private void breakSession() throws Exception {
        Peer peer = steward.onEngine(() -> steward.syncs().sessions().getFirst().peer()).get();
        steward.onEngine(
                        () -> {
                            steward.syncs().sessions().getFirst().queue().drop();
                            return peer;
                        })
                .get();
        theirs.await(() -> stateAtSteward() == PeerState.FAILED);
    }

    @Test
    @DisplayName("SYN-41: a session that broke is opened again when the alarm says so")
    void aBrokenSessionIsTriedAgain() throws Exception {
        steward.dial(at);
        inSync();
        breakSession();
        Loopback.append(founder, "meanwhile");
        alarms.removeFirst().run();
        theirs.awaitTexts("meanwhile");
        inSync();
        assertThat(delays).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    @DisplayName("SYN-41: dialling a peer that is connected opens a session where none is")
    void diallingOpensASessionOnTheConnectionThatStands() throws Exception {
        steward.dial(at);
        inSync();
        breakSession();
        Loopback.append(founder, "meanwhile");
        steward.dial(at);
        theirs.awaitTexts("meanwhile");
        inSync();
        assertThat(steward.counters()).containsEntry("dialled", 1L);
    }

    @Test
    @DisplayName("SYN-41: the wait doubles with every failure in a row")
    void theWaitDoubles() {
        Contact contact = new Contact();
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            seconds.add(contact.failed().orElseThrow().toSeconds());
            assertThat(contact.failed()).isEmpty();
            contact.waited();
        }
        assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
    }
}
