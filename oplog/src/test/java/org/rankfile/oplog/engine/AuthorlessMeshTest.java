// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus.CircleStatus;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// Objects without an author between replicas that meet over TCP on loopback.
@Timeout(60)
class AuthorlessMeshTest {
    private final Loopback net = new Loopback();
    private final Set<String> listed = new ConcurrentSkipListSet<>();

    @AfterEach
    void close() {
        net.close();
    }

    /// What a replica admits: everything that is listed.
    private Set<String> box(NetworkedReplica replica) throws Exception {
        Set<String> box = new ConcurrentSkipListSet<>();
        replica.onEngine(
                        () -> {
                            replica.followAuthorless(
                                    (_, content) ->
                                            listed.contains(new String(content, UTF_8))
                                                    ? Verdict.ADMITTED
                                                    : Verdict.WAIT,
                                    object -> box.add(new String(object.content(), UTF_8)));
                            return box;
                        })
                .get();
        return box;
    }

    private static void append(NetworkedReplica replica, String text) throws Exception {
        replica.onEngine(() -> replica.appendAuthorless("hall", text.getBytes(UTF_8))).get();
    }

    private static void regate(NetworkedReplica replica) throws Exception {
        replica.onEngine(
                        () -> {
                            replica.regate();
                            return replica;
                        })
                .get();
    }

    private static CircleStatus hall(NetworkedReplica replica) {
        return replica.status().circles().getFirst();
    }

    @Test
    @DisplayName("OP-24, SYN-28: an object is pushed to whoever is connected, listed or not")
    void objectsArePushed() throws Exception {
        listed.add("vote");
        NetworkedReplica founder = net.founder();
        NetworkedReplica member = net.join(founder, "Cleo", Role.MEMBER);
        Set<String> box = box(founder);
        Reader ours = Reader.of(founder);
        append(member, "vote");
        append(member, "stray");
        ours.await(() -> box.equals(Set.of("vote")) && hall(founder).penned() == 1);
        ours.await(() -> Loopback.inSync(founder));
        assertThat(hall(founder).fingerprint()).isEqualTo(hall(member).fingerprint());
    }

    @Test
    @DisplayName("OP-24, SYN-11: what was sealed apart is reconciled, and survives a restart")
    void objectsAreReconciled() throws Exception {
        MemoryStore store = new MemoryStore();
        NetworkedReplica founder = net.founder();
        NetworkedReplica member =
                net.join(founder, "Cleo", Role.MEMBER, net.parts(store, Alarm.NEVER));
        member.goOffline();
        append(member, "theirs");
        append(founder, "ours");
        member.close();
        NetworkedReplica again = net.keep(Replicas.open(net.parts(store, Alarm.NEVER)));
        Reader theirs = Reader.of(again);
        listed.addAll(Set.of("ours", "theirs"));
        Set<String> box = box(again);
        assertThat(box).containsExactly("theirs");
        again.dial(Loopback.addressOf(founder));
        theirs.await(() -> box.equals(Set.of("ours", "theirs")) && Loopback.inSync(again));
        assertThat(hall(again).fingerprint()).isEqualTo(hall(founder).fingerprint());
    }

    @Test
    @DisplayName("OP-25: what found no room is asked for again once the gate admits it")
    void whatFoundNoRoomComesLater() throws Exception {
        NetworkedReplica founder = net.founder();
        LocalReplica local = LocalReplica.open(memberParts(founder));
        local.log().boundPen(1);
        NetworkedReplica member = net.keep(new MeshReplica(local));
        Set<String> box = box(member);
        Reader theirs = Reader.of(member);
        Reader ours = Reader.of(founder);
        append(founder, "vote");
        member.dial(Loopback.addressOf(founder));
        // The founder leads: it gives up when nothing moved for some passes, and then the member
        // comes to the end of the last.
        ours.await(() -> hasFailed(founder));
        theirs.await(() -> hasFailed(member));
        assertThat(box).isEmpty();
        listed.add("vote");
        regate(member);
        theirs.await(() -> box.equals(Set.of("vote")) && Loopback.inSync(member));
        assertThat(hall(member).fingerprint()).isEqualTo(hall(founder).fingerprint());
    }

    private static boolean hasFailed(NetworkedReplica replica) {
        return replica.status().peers().stream().anyMatch(p -> p.state() == PeerState.FAILED);
    }

    private ReplicaParts memberParts(NetworkedReplica founder) throws Exception {
        MemoryStore store = new MemoryStore();
        net.join(founder, "Cleo", Role.MEMBER, net.parts(store, Alarm.NEVER)).close();
        return net.parts(store, Alarm.NEVER);
    }
}
