// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.join.Introduction;
import org.rankfile.oplog.join.IntroductionEnd;
import org.rankfile.oplog.join.JoinLimits;
import org.rankfile.oplog.sync.FrameStream;
import org.rankfile.oplog.sync.SyncRole;
import org.rankfile.testkit.ManualTime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody has all that a newcomer's home holds but its peer key, and dials a member who was away
/// when that newcomer joined; over TCP on loopback.
@Timeout(60)
class StolenHomeTest {
    private final Loopback net = new Loopback();
    private NetworkedReplica away;
    private Reader ofAway;
    private LocalReplica stolen;
    private Mesh mesh;
    private Peer peer;

    @BeforeEach
    void theThiefDials() throws Exception {
        NetworkedReplica manager = net.founder();
        away = net.join(manager, "Ben", Role.STEWARD);
        away.goOffline();
        MemoryStore disk = new MemoryStore();
        net.join(manager, "Cleo", Role.STEWARD, net.parts(disk, Alarm.NEVER)).close();
        manager.goOffline();
        ofAway = Reader.of(away);
        stolen =
                LocalReplica.open(
                        new ReplicaParts(
                                disk,
                                Runnable::run,
                                Runnable::run,
                                new SecureRandom(),
                                ManualTime.atTestMorning(),
                                Alarm.NEVER));
        Multiaddr at = away.listen(Loopback.ANYWHERE).getFirst();
        mesh = Loopback.outsider(away.networkKey());
        peer = mesh.dial(at);
    }

    @AfterEach
    void close() {
        mesh.close();
        net.close();
    }

    private Thief thief() {
        Circle hall = stolen.log().circle("hall").orElseThrow();
        return Thief.of(new CircleDoor(stolen, hall, peer.id()));
    }

    private Introduction talk(Thief thief) {
        return new Introduction(SyncRole.INITIATOR, peer.handshakeHash(), List.of(thief));
    }

    private static byte[] hear(Stream stream) throws IOException {
        return stream.readExactly(ByteBuffer.wrap(stream.readExactly(Integer.BYTES)).getInt());
    }

    private static void send(Stream stream, Introduction talk) throws IOException {
        for (Optional<byte[]> m = talk.next(); m.isPresent(); m = talk.next()) {
            stream.write(FrameStream.bytes(List.of(m.get())));
        }
    }

    private long count(String how) {
        return away.counters().getOrDefault("introduction." + how, 0L);
    }

    @Test
    @DisplayName("JOIN-44: who shows another's admission is told no, and gets nothing of the hall")
    void anothersAdmission() throws Exception {
        Stream stream = peer.open(IntroductionDesk.PROTOCOL);
        Introduction talk = talk(thief());
        List<Byte> types = new ArrayList<>();
        send(stream, talk);
        while (talk.end().isEmpty()) {
            byte[] message = hear(stream);
            types.add(message[0]);
            talk.receive(message);
            send(stream, talk);
        }
        assertThat(talk.end()).contains(IntroductionEnd.TURNED_AWAY);
        assertThat(types).containsExactly((byte) 1, (byte) 3, (byte) 5);
        ofAway.await(() -> count("not_certified") == 1);
        Loopback.assertNotServed(peer, SyncDesk.PROTOCOL);
        assertThat(away.members("hall"))
                .extracting(Member::name)
                .containsExactly("Ana", "Ben", "Cleo");
    }

    @Test
    @DisplayName("JOIN-46: no more introductions at one time than can be listened to")
    void oneTooMany() throws Exception {
        List<Stream> open = new ArrayList<>();
        for (int i = 0; i < JoinLimits.INTRODUCTIONS; i++) {
            Stream stream = peer.open(IntroductionDesk.PROTOCOL);
            send(stream, talk(thief()));
            assertThat(hear(stream)[0]).isEqualTo((byte) 1);
            open.add(stream);
        }
        Stream more = peer.open(IntroductionDesk.PROTOCOL);
        send(more, talk(thief()));
        assertThatThrownBy(() -> more.readExactly(1)).isInstanceOf(IOException.class);
        ofAway.await(() -> count("busy") == 1);
        open.forEach(Stream::reset);
        ofAway.await(() -> count("broken_off") == JoinLimits.INTRODUCTIONS + 1);
        assertThat(away.members("hall")).hasSize(2);
    }

    @Test
    @DisplayName("JOIN-40: before the root secret is shown nothing longer than a greeting is read")
    void tooLongForAStranger() throws Exception {
        Stream stream = peer.open(IntroductionDesk.PROTOCOL);
        stream.write(new byte[] {0, 0, 0, 20});
        assertThatThrownBy(() -> stream.readExactly(1)).isInstanceOf(IOException.class);
        ofAway.await(() -> count("broken_off") == 1);
    }

    @Test
    @DisplayName("JOIN-45: an op of another circle ends the introduction and is not kept")
    void anOpThatWasNotAskedFor() throws Exception {
        int before = away.status().circles().getFirst().ops();
        Thief thief = thief();
        Circle committee = stolen.log().circle("committee").orElseThrow();
        byte[] other =
                stolen.log()
                        .wire(committee.tag(), committee.positions().keySet().iterator().next())
                        .orElseThrow();
        thief.forge = _ -> other;
        Stream stream = peer.open(IntroductionDesk.PROTOCOL);
        Introduction talk = talk(thief);
        send(stream, talk);
        while (talk.end().isEmpty()) {
            talk.receive(hear(stream));
            send(stream, talk);
        }
        ofAway.await(() -> count("unasked") == 1);
        assertThat(away.status().circles().getFirst().ops()).isEqualTo(before);
        assertThat(away.members("hall")).hasSize(2);
    }
}
