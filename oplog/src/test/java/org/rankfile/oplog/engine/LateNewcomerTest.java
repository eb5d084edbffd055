// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Mesh;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.Peer;
import org.rankfile.net.Stream;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.Role;

/// A member who was away while another joined, over TCP on loopback.
@Timeout(60)
class LateNewcomerTest {
    private final Loopback net = new Loopback();
    private final MemoryStore disk = new MemoryStore();
    private NetworkedReplica manager;
    private NetworkedReplica away;
    private NetworkedReplica newcomer;

    @BeforeEach
    void aMemberIsAwayWhileAnotherJoins() throws Exception {
        manager = net.founder();
        away = net.join(manager, "Ben", Role.STEWARD, net.parts(disk, Alarm.NEVER));
        away.goOffline();
        Loopback.append(away, "away");
        newcomer = net.join(manager, "Cleo", Role.STEWARD);
        Loopback.append(newcomer, "new");
        newcomer.goOffline();
        manager.goOffline();
    }

    @AfterEach
    void close() {
        net.close();
    }

    private void converges() throws Exception {
        Reader ofAway = Reader.of(away);
        Reader ofNew = Reader.of(newcomer);
        ofAway.awaitTexts("away", "new");
        ofNew.awaitTexts("away", "new");
        ofAway.await(() -> Loopback.inSync(away));
        ofNew.await(() -> Loopback.inSync(newcomer));
        assertThat(away.status().circles()).isEqualTo(newcomer.status().circles());
        assertThat(away.members("committee"))
                .extracting(Member::name)
                .containsExactly("Ana", "Ben", "Cleo");
    }

    @Test
    @DisplayName("JOIN-42: the newcomer dials, the manager is offline, and both become equal")
    void theNewcomerDials() throws Exception {
        Multiaddr at = away.listen(Loopback.ANYWHERE).getFirst();
        newcomer.dial(at);
        converges();
        assertThat(away.counters()).containsEntry("introduction.acquainted", 2L);
    }

    @Test
    @DisplayName("JOIN-42: the newcomer is dialled, the manager is offline, and both become equal")
    void theNewcomerIsDialled() throws Exception {
        Multiaddr at = newcomer.listen(Loopback.ANYWHERE).getFirst();
        away.dial(at);
        converges();
    }

    @Test
    @DisplayName("JOIN-47: who is learnt of through somebody else needs no second dial")
    void learntOfThroughAThird() throws Exception {
        Multiaddr at = away.listen(Loopback.ANYWHERE).getFirst();
        disk.failAfter(0);
        newcomer.dial(at);
        Reader ofNew = Reader.of(newcomer);
        ofNew.await(() -> newcomer.counters().containsKey("introduction.turned_away"));
        assertThat(away.members("hall")).hasSize(2);
        disk.mend();
        Multiaddr there = manager.listen(Loopback.ANYWHERE).getFirst();
        away.dial(there);
        ofNew.awaitTexts("away", "new");
        ofNew.await(() -> Loopback.inSync(newcomer));
    }

    private Mesh stranger() throws Exception {
        return Loopback.outsider(disk.read(Records::belonging).orElseThrow().network());
    }

    @Test
    @DisplayName("SYN-9, JOIN-40: a stranger gets identify and nothing else")
    void aStrangerGetsIdentifyOnly() throws Exception {
        Multiaddr at = away.listen(Loopback.ANYWHERE).getFirst();
        Reader ofAway = Reader.of(away);
        int before = away.status().circles().getFirst().ops();
        try (Mesh mesh = stranger()) {
            Peer peer = mesh.dial(at);
            Loopback.assertNotServed(peer, SyncDesk.PROTOCOL);
            Stream stream = peer.open(IntroductionDesk.PROTOCOL);
            byte[] greeting = new byte[4 + 19];
            greeting[3] = 19;
            greeting[4] = 1;
            greeting[5] = 1;
            stream.write(greeting);
            assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(-1);
        }
        ofAway.await(() -> away.counters().containsKey("introduction.foreign"));
        assertThat(away.status().circles().getFirst().ops()).isEqualTo(before);
        assertThat(away.members("hall")).hasSize(2);
    }

    @Test
    @DisplayName("JOIN-46: who was refused often enough is not listened to on this connection")
    void refusalsAreCounted() throws Exception {
        Multiaddr at = away.listen(Loopback.ANYWHERE).getFirst();
        Reader ofAway = Reader.of(away);
        try (Mesh mesh = stranger()) {
            Peer peer = mesh.dial(at);
            for (long i = 1; i <= 4; i++) {
                long times = i;
                peer.open(IntroductionDesk.PROTOCOL).write(new byte[] {0, 0, 0, 1, 9});
                ofAway.await(() -> count("introduction.malformed") == times);
            }
            Stream fifth = peer.open(IntroductionDesk.PROTOCOL);
            assertThat(fifth.read(new byte[1], 0, 1)).isEqualTo(-1);
        }
        assertThat(count("introduction.too_many")).isEqualTo(1);
        assertThat(count("introduction.malformed")).isEqualTo(4);
    }

    private long count(String name) {
        return away.counters().getOrDefault(name, 0L);
    }
}
