// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Mesh;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetException;
import org.rankfile.net.Peer;
import org.rankfile.net.Stream;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.ReplicaStatus.PeerStatus;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Replicas that meet over TCP on loopback.
@Timeout(60)
class MeshReplicaTest {
    private final Loopback net = new Loopback();

    @AfterEach
    void close() {
        net.close();
    }

    @Test
    @DisplayName(
            "JOIN-24: whoever has the local's key and no invitation is told nothing of joining")
    void aStrangerInTheLocalsNetworkGetsNoAnswerToAJoin() throws Exception {
        NetworkedReplica founder = net.founder();
        Multiaddr there = founder.listen(Loopback.ANYWHERE).getFirst();
        Loopback.invite(founder, Role.STEWARD);
        try (Mesh stranger = Loopback.outsider(founder.networkKey())) {
            Peer far = stranger.dial(there);
            assertThatThrownBy(
                            () -> {
                                Stream stream = far.open(MeshReplica.JOIN);
                                stream.write(new byte[64]);
                                stream.readExactly(1);
                            })
                    .isInstanceOf(NetException.class);
        }
    }

    @Test
    void aStewardJoinsReadsWhatWasWrittenBeforeAndWritesToo() throws Exception {
        NetworkedReplica founder = net.founder();
        Loopback.append(founder, "before");
        NetworkedReplica steward = net.join(founder, "Ben", Role.STEWARD);
        Reader ours = Reader.of(founder);
        Reader theirs = Reader.of(steward);
        Loopback.append(steward, "from Ben");
        Loopback.append(founder, "from Ana");
        Set<String> all = Set.of("before", "from Ana", "from Ben");
        ours.await(() -> ours.texts.equals(all));
        theirs.await(() -> theirs.texts.equals(all));
        ours.await(() -> Loopback.inSync(founder));
        assertThat(founder.status().circles()).isEqualTo(steward.status().circles());
        assertThat(steward.members("committee"))
                .extracting(Member::name)
                .containsExactly("Ana", "Ben");
    }

    @Test
    void aPlainMemberHoldsNothingOfTheCommittee() throws Exception {
        NetworkedReplica founder = net.founder();
        Loopback.append(founder, "for stewards");
        NetworkedReplica member = net.join(founder, "Cleo", Role.MEMBER);
        Reader reader = Reader.of(member);
        reader.await(() -> Loopback.inSync(member));
        assertThat(member.status().circles())
                .singleElement()
                .satisfies(circle -> assertThat(circle.name()).isEqualTo("hall"));
        assertThat(member.members("committee")).isEmpty();
        assertThat(reader.texts).isEmpty();
    }

    @Test
    @DisplayName("KEY-10: whoever was removed is disconnected and handed nothing any more")
    void theRemovedAreDisconnectedAndHandedNothing() throws Exception {
        NetworkedReplica founder = net.founder();
        NetworkedReplica member = net.join(founder, "Cleo", Role.MEMBER);
        Reader ours = Reader.of(founder);
        Reader theirs = Reader.of(member);
        theirs.await(() -> Loopback.inSync(member));
        ours.await(() -> Loopback.inSync(founder));
        PersonId cleo = member.status().me();
        founder.onEngine(() -> founder.stewardship().remove(cleo)).get();
        ours.await(() -> founder.status().peers().isEmpty());

        founder.onEngine(() -> founder.append("hall", "after".getBytes(UTF_8))).get();
        int held = member.status().circles().getFirst().ops();
        member.dial(Loopback.addressOf(founder));
        // Time enough for another to be let in, and to read what the removed one does not get.
        NetworkedReplica steward = net.join(founder, "Ben", Role.STEWARD);
        Reader bens = Reader.of(steward);
        bens.await(() -> bens.texts.contains("after"));
        assertThat(member.status().circles().getFirst().ops()).isEqualTo(held);
        assertThat(founder.status().peers())
                .filteredOn(peer -> peer.state() == PeerState.IN_SYNC)
                .extracting(PeerStatus::person)
                .doesNotContain("Cleo");
        assertThat(theirs.texts).doesNotContain("after");
        assertThat(founder.members("hall")).extracting(Member::name).containsExactly("Ana", "Ben");
    }

    @Test
    void whatWasWrittenApartIsOnBothSidesAfterMeetingAgain() throws Exception {
        NetworkedReplica founder = net.founder();
        NetworkedReplica steward = net.join(founder, "Ben", Role.STEWARD);
        Reader ours = Reader.of(founder);
        Reader theirs = Reader.of(steward);
        steward.goOffline();
        Loopback.append(steward, "offline Ben");
        Loopback.append(founder, "offline Ana");
        steward.dial(Multiaddr.of(founder.status().addresses().getFirst()));
        Set<String> all = Set.of("offline Ana", "offline Ben");
        ours.await(() -> ours.texts.equals(all));
        theirs.await(() -> theirs.texts.equals(all));
    }

    @Test
    void aManagerApprovesByTheWordsThatTheJoinerReadsOut() throws Exception {
        NetworkedReplica founder = net.founder();
        Reader ours = Reader.of(founder);
        Invitation invitation =
                founder.onEngine(() -> founder.invite(Role.STEWARD, Duration.ofHours(1), false))
                        .get();
        CompletableFuture<List<String>> words = new CompletableFuture<>();
        CompletableFuture<NetworkedReplica> joined = new CompletableFuture<>();
        ReplicaParts parts = net.parts();
        net.io()
                .execute(() -> {
                    try {
                        joined.complete(Replicas.join(parts, invitation, "Ben", words::complete));
                    } catch (Exception e) {
                        joined.completeExceptionally(e);
                    }
                });
        String said = String.join(" ", words.get());
        ours.await(() -> !founder.requests().isEmpty());
        List<JoinRequest> requests = founder.onEngine(founder::requests).get();
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.name()).isEqualTo("Ben"));
        String id = requests.getFirst().id();
        assertThat(founder.onEngine(() -> founder.approve(id, "not the words")).get()).isFalse();
        assertThat(founder.onEngine(() -> founder.approve(id, said)).get()).isTrue();
        NetworkedReplica steward = net.keep(joined.get());
        assertThat(steward.status().local()).isEqualTo("Local 12");
        ours.await(() -> founder.members("committee").size() == 2);
    }

    @Test
    void anInvitationIsGoodForOneDeviceOnly() throws Exception {
        NetworkedReplica founder = net.founder();
        Invitation invitation = Loopback.invite(founder, Role.STEWARD);
        net.keep(Replicas.join(net.parts(), invitation, "Ben", words -> {}));
        assertThatThrownBy(() -> Replicas.join(net.parts(), invitation, "Eve", words -> {}))
                .isInstanceOfAny(JoinFailed.class, java.io.IOException.class);
    }
}
