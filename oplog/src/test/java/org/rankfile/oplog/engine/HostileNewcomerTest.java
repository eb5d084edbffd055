// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.crypto.Secret;
import org.rankfile.net.Mesh;
import org.rankfile.net.NetException;
import org.rankfile.net.Peer;
import org.rankfile.net.Stream;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.oplog.JoinRefusal;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.join.JoinLimits;
import org.rankfile.oplog.join.JoinerSession;
import org.rankfile.oplog.sync.FrameStream;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Somebody who has seen an invitation, but not the way to use it; over TCP on loopback.
@Timeout(60)
class HostileNewcomerTest {
    private static final byte REFUSAL = 6;

    private final Loopback net = new Loopback();
    private final ManualTime time = ManualTime.atTestMorning();
    private final SeededRandom random = new SeededRandom(31);
    private final Device device = Records.freshDevice(random);
    private NetworkedReplica founder;
    private Invitation invitation;
    private Mesh mesh;
    private Peer inviter;

    @BeforeEach
    void theThiefDials() throws Exception {
        founder = net.founder(net.parts(new MemoryStore(), time, Alarm.NEVER));
        invitation = Loopback.invite(founder, Role.STEWARD);
        mesh = Loopback.outsider(invitation.networkKey(), device.peer());
        inviter = mesh.dial(Loopback.addressOf(founder));
    }

    @AfterEach
    void close() {
        mesh.close();
        net.close();
    }

    private byte[] request() {
        return new JoinerSession(invitation, device, "Eve", inviter.handshakeHash(), inviter.id())
                .start()
                .getFirst();
    }

    private static void send(Stream stream, byte[] message) throws IOException {
        stream.write(FrameStream.bytes(List.of(message)));
    }

    private static byte[] hear(Stream stream) throws IOException {
        return stream.readExactly(ByteBuffer.wrap(stream.readExactly(Integer.BYTES)).getInt());
    }

    private byte[] answerTo(byte[] message) throws IOException {
        try (Stream stream = inviter.open(MeshReplica.JOIN)) {
            send(stream, message);
            return hear(stream);
        }
    }

    /// Nobody came in, and the invitation is as good as it was.
    private void assertNothingHappened() throws Exception {
        assertThat(founder.members("hall")).extracting(Member::name).containsExactly("Ana");
        net.keep(Replicas.join(net.parts(), invitation, "Ben", _ -> {}));
        assertThat(founder.members("hall")).extracting(Member::name).containsExactly("Ana", "Ben");
    }

    @Test
    @DisplayName("JOIN-7, JOIN-10: requests that are not whole are refused and use nothing up")
    void damagedRequests() throws Exception {
        byte[] request = request();
        Gen.forSeeds(
                1,
                150,
                seed -> {
                    byte[] damaged = Gen.mutate(new SeededRandom(seed), request);
                    if (sendable(damaged, request)) {
                        assertRefused(damaged);
                    }
                });
        assertNothingHappened();
    }

    private static boolean sendable(byte[] damaged, byte[] request) {
        return damaged.length > 0
                && damaged.length <= JoinLimits.JOINER_MESSAGE_BYTES
                && !Arrays.equals(damaged, request);
    }

    private void assertRefused(byte[] message) {
        try {
            assertThat(answerTo(message)).startsWith(REFUSAL).hasSize(2);
        } catch (IOException e) {
            throw new AssertionError("no answer to a message that can be read", e);
        }
    }

    @Test
    @DisplayName("JOIN-8: a request that was recorded on one connection is nothing on another")
    void recorded() throws Exception {
        byte[] recorded = request();
        assertThat(answerTo(recorded)[0]).as("a challenge").isEqualTo((byte) 2);
        mesh.close();
        mesh = Loopback.outsider(invitation.networkKey(), device.peer());
        inviter = mesh.dial(Loopback.addressOf(founder));
        assertThat(answerTo(recorded))
                .containsExactly(REFUSAL, (byte) JoinRefusal.WRONG_SECRET.code());
        assertNothingHappened();
    }

    @Test
    @DisplayName("JOIN-11: a wrong answer to the challenge, or none, claims nothing")
    void wrongAnswers() throws Exception {
        try (Stream stream = inviter.open(MeshReplica.JOIN)) {
            send(stream, request());
            hear(stream);
            byte[] guess = new byte[33];
            guess[0] = 3;
            send(stream, guess);
            assertThat(hear(stream)).containsExactly(REFUSAL, (byte) JoinRefusal.BAD_KEYS.code());
        }
        Stream broken = inviter.open(MeshReplica.JOIN);
        send(broken, request());
        hear(broken);
        broken.reset();
        assertNothingHappened();
    }

    @Test
    @DisplayName("JOIN-10: a message that is cut off, empty or too long ends the conversation")
    void frames() throws Exception {
        byte[] frame = FrameStream.bytes(List.of(request()));
        Stream cut = inviter.open(MeshReplica.JOIN);
        cut.write(Arrays.copyOf(frame, frame.length - 1));
        cut.closeWrite();
        assertThat(cut.read(new byte[1], 0, 1)).isEqualTo(-1);
        for (byte[] length :
                List.of(new byte[4], new byte[] {0, 0, 16, 1}, new byte[] {-1, 0, 0, 0})) {
            Stream stream = inviter.open(MeshReplica.JOIN);
            stream.write(length);
            assertThatThrownBy(() -> stream.readExactly(1)).isInstanceOf(IOException.class);
        }
        assertNothingHappened();
    }

    @Test
    @DisplayName("JOIN-6: who comes too late is told so, and is not let in")
    void expired() throws Exception {
        time.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> Replicas.join(net.parts(), invitation, "Ben", _ -> {}))
                .isInstanceOfSatisfying(
                        JoinFailed.class,
                        e -> assertThat(e.reason()).isEqualTo(JoinRefusal.EXPIRED));
        assertThat(founder.members("hall")).hasSize(1);
    }

    @Test
    @DisplayName("JOIN-5: who guesses another secret does not even get a connection")
    void anotherSecret() {
        Secret guess = Secret.random(Invitation.SECRET_BYTES, random);
        Invitation forged =
                new Invitation(
                        invitation.inviter(), invitation.addresses(), guess, invitation.expires());
        assertThatThrownBy(() -> Replicas.join(net.parts(), forged, "Eve", _ -> {}))
                .isInstanceOf(NetException.class);
        assertThat(founder.members("hall")).hasSize(1);
    }
}
