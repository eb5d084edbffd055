// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.crypto.SigningKey;
import org.rankfile.net.Gate;
import org.rankfile.net.Limits;
import org.rankfile.net.Mesh;
import org.rankfile.net.MeshConfig;
import org.rankfile.net.Meshes;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Peer;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.testkit.ManualTime;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Replicas on one machine that meet over TCP.
final class Loopback implements AutoCloseable {
    static final Multiaddr ANYWHERE = Multiaddr.of("/ip4/127.0.0.1/tcp/0");

    private final List<NetworkedReplica> open = new ArrayList<>();
    private final List<ExecutorService> executors = new ArrayList<>();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public void close() {
        open.forEach(NetworkedReplica::close);
        executors.forEach(ExecutorService::shutdownNow);
        io.shutdownNow();
    }

    ExecutorService io() {
        return io;
    }

    ReplicaParts parts() {
        return parts(new MemoryStore(), Alarm.NEVER);
    }

    ReplicaParts parts(MemoryStore store, Alarm alarm) {
        return parts(store, ManualTime.atTestMorning(), alarm);
    }

    ReplicaParts parts(MemoryStore store, InstantSource time, Alarm alarm) {
        ExecutorService engine = Executors.newSingleThreadExecutor();
        executors.add(engine);
        return new ReplicaParts(store, engine, io, new SecureRandom(), time, alarm);
    }

    NetworkedReplica founder() throws Exception {
        return founder(parts());
    }

    NetworkedReplica founder(ReplicaParts parts) throws Exception {
        NetworkedReplica founder = keep(Replicas.found(parts, new Founding("Local 12", "Ana")));
        founder.listen(ANYWHERE);
        return founder;
    }

    <R extends NetworkedReplica> R keep(R replica) {
        open.add(replica);
        return replica;
    }

    NetworkedReplica join(NetworkedReplica founder, String name, Role role) throws Exception {
        return join(founder, name, role, parts());
    }

    NetworkedReplica join(NetworkedReplica founder, String name, Role role, ReplicaParts parts)
            throws Exception {
        return keep(Replicas.join(parts, invite(founder, role), name, words -> {}));
    }

    /// An invitation for an hour that needs no approval.
    static Invitation invite(NetworkedReplica founder, Role role) throws Exception {
        return founder.onEngine(() -> founder.invite(role, Duration.ofHours(1), true)).get();
    }

    static void append(NetworkedReplica replica, String text) throws Exception {
        replica.onEngine(() -> replica.append("committee", text.getBytes(UTF_8))).get();
    }

    static boolean inSync(NetworkedReplica replica) {
        return replica.status().peers().stream().anyMatch(p -> p.state() == PeerState.IN_SYNC);
    }

    /// A peer of this network whom nobody knows and who lets everybody in.
    static Mesh outsider(NetworkKey network) {
        return outsider(network, SigningKey.generate(new SecureRandom()));
    }

    static Mesh outsider(NetworkKey network, SigningKey peer) {
        return Meshes.open(
                new MeshConfig(
                        peer,
                        List.of(),
                        network,
                        Limits.defaults(),
                        new SecureRandom(),
                        "outsider/1"),
                _ -> Gate.Access.MEMBER);
    }

    static void assertNotServed(Peer peer, String protocol) {
        assertThatThrownBy(() -> peer.open(protocol))
                .isInstanceOfSatisfying(
                        NetException.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(NetException.Reason.PROTOCOL_UNKNOWN));
    }

    static Multiaddr addressOf(NetworkedReplica replica) {
        return Multiaddr.of(replica.status().addresses().getFirst());
    }
}
