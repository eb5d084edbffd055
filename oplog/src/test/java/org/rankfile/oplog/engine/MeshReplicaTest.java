// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Multiaddr;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinFailed;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.ReplicaStatus.PeerState;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.testkit.ManualTime;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// Replicas that meet over TCP on loopback.
@Timeout(60)
class MeshReplicaTest {
    private static final Multiaddr LOOPBACK = Multiaddr.of("/ip4/127.0.0.1/tcp/0");

    private final List<NetworkedReplica> open = new ArrayList<>();
    private final List<ExecutorService> executors = new ArrayList<>();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        open.forEach(NetworkedReplica::close);
        executors.forEach(ExecutorService::shutdownNow);
        io.shutdownNow();
    }

    private ReplicaParts parts() {
        ExecutorService engine = Executors.newSingleThreadExecutor();
        executors.add(engine);
        return new ReplicaParts(
                new MemoryStore(), engine, io, new SecureRandom(), ManualTime.atTestMorning());
    }

    private NetworkedReplica founder() throws Exception {
        NetworkedReplica founder = keep(Replicas.found(parts(), new Founding("Local 12", "Ana")));
        founder.listen(LOOPBACK);
        return founder;
    }

    private NetworkedReplica keep(NetworkedReplica replica) {
        open.add(replica);
        return replica;
    }

    private NetworkedReplica join(NetworkedReplica founder, String name, Role role)
            throws Exception {
        Invitation invitation =
                founder.onEngine(() -> founder.invite(role, Duration.ofHours(1), true)).get();
        return keep(Replicas.join(parts(), invitation, name, words -> {}));
    }

    /// What a replica reads, and a way to wait for it.
    private static final class Reader implements ContentListener {
        private final Set<String> texts = new ConcurrentSkipListSet<>();
        private final List<Waiter> waiters = new ArrayList<>();

        private record Waiter(BooleanSupplier condition, CompletableFuture<Boolean> done) {}

        static Reader of(NetworkedReplica replica) throws Exception {
            Reader reader = new Reader();
            replica.onEngine(
                            () -> {
                                replica.follow(reader);
                                return reader;
                            })
                    .get();
            return reader;
        }

        @Override
        public void admitted(ContentOp op) {
            texts.add(new String(op.body(), UTF_8));
        }

        @Override
        public void changed() {
            for (Waiter waiter : waiters) {
                if (waiter.condition().getAsBoolean()) {
                    waiter.done().complete(true);
                }
            }
        }

        void await(NetworkedReplica replica, BooleanSupplier condition) throws Exception {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            replica.onEngine(
                            () -> {
                                waiters.add(new Waiter(condition, done));
                                changed();
                                return replica;
                            })
                    .get();
            assertThat(done.get()).isTrue();
        }
    }

    private static void append(NetworkedReplica replica, String text) throws Exception {
        replica.onEngine(() -> replica.append("committee", text.getBytes(UTF_8))).get();
    }

    private static boolean inSync(NetworkedReplica replica) {
        return replica.status().peers().stream().anyMatch(p -> p.state() == PeerState.IN_SYNC);
    }

    @Test
    void aStewardJoinsReadsWhatWasWrittenBeforeAndWritesToo() throws Exception {
        NetworkedReplica founder = founder();
        append(founder, "before");
        NetworkedReplica steward = join(founder, "Ben", Role.STEWARD);
        Reader ours = Reader.of(founder);
        Reader theirs = Reader.of(steward);
        append(steward, "from Ben");
        append(founder, "from Ana");
        Set<String> all = Set.of("before", "from Ana", "from Ben");
        ours.await(founder, () -> ours.texts.equals(all));
        theirs.await(steward, () -> theirs.texts.equals(all));
        ours.await(founder, () -> inSync(founder));
        assertThat(founder.status().circles()).isEqualTo(steward.status().circles());
        assertThat(steward.members("committee"))
                .extracting(Member::name)
                .containsExactly("Ana", "Ben");
    }

    @Test
    void aPlainMemberHoldsNothingOfTheCommittee() throws Exception {
        NetworkedReplica founder = founder();
        append(founder, "for stewards");
        NetworkedReplica member = join(founder, "Cleo", Role.MEMBER);
        Reader reader = Reader.of(member);
        reader.await(member, () -> inSync(member));
        assertThat(member.status().circles())
                .singleElement()
                .satisfies(circle -> assertThat(circle.name()).isEqualTo("hall"));
        assertThat(member.members("committee")).isEmpty();
        assertThat(reader.texts).isEmpty();
    }

    @Test
    void whatWasWrittenApartIsOnBothSidesAfterMeetingAgain() throws Exception {
        NetworkedReplica founder = founder();
        NetworkedReplica steward = join(founder, "Ben", Role.STEWARD);
        Reader ours = Reader.of(founder);
        Reader theirs = Reader.of(steward);
        steward.goOffline();
        append(steward, "offline Ben");
        append(founder, "offline Ana");
        steward.dial(Multiaddr.of(founder.status().addresses().getFirst()));
        Set<String> all = Set.of("offline Ana", "offline Ben");
        ours.await(founder, () -> ours.texts.equals(all));
        theirs.await(steward, () -> theirs.texts.equals(all));
    }

    @Test
    void aManagerApprovesByTheWordsThatTheJoinerReadsOut() throws Exception {
        NetworkedReplica founder = founder();
        Reader ours = Reader.of(founder);
        Invitation invitation =
                founder.onEngine(() -> founder.invite(Role.STEWARD, Duration.ofHours(1), false))
                        .get();
        CompletableFuture<List<String>> words = new CompletableFuture<>();
        CompletableFuture<NetworkedReplica> joined = new CompletableFuture<>();
        ReplicaParts parts = parts();
        io.execute(() -> {
            try {
                joined.complete(Replicas.join(parts, invitation, "Ben", words::complete));
            } catch (Exception e) {
                joined.completeExceptionally(e);
            }
        });
        String said = String.join(" ", words.get());
        ours.await(founder, () -> !founder.requests().isEmpty());
        List<JoinRequest> requests = founder.onEngine(founder::requests).get();
        assertThat(requests)
                .singleElement()
                .satisfies(request -> assertThat(request.name()).isEqualTo("Ben"));
        String id = requests.getFirst().id();
        assertThat(founder.onEngine(() -> founder.approve(id, "not the words")).get()).isFalse();
        assertThat(founder.onEngine(() -> founder.approve(id, said)).get()).isTrue();
        NetworkedReplica steward = keep(joined.get());
        assertThat(steward.status().local()).isEqualTo("Local 12");
        ours.await(founder, () -> founder.members("committee").size() == 2);
    }

    @Test
    void anInvitationIsGoodForOneDeviceOnly() throws Exception {
        NetworkedReplica founder = founder();
        Invitation invitation =
                founder.onEngine(() -> founder.invite(Role.STEWARD, Duration.ofHours(1), true))
                        .get();
        keep(Replicas.join(parts(), invitation, "Ben", words -> {}));
        assertThatThrownBy(() -> Replicas.join(parts(), invitation, "Eve", words -> {}))
                .isInstanceOfAny(JoinFailed.class, java.io.IOException.class);
    }
}
