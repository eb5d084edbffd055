// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Several replicas, links that break and come back, writing all the while.
class MeshTest {

    private static final CircleTag HALL = FakeReplica.tag(1);

    @Test
    @DisplayName("SYN-28, SYN-31: whatever breaks in between, connected replicas become equal")
    void partitionsHeal() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Mesh mesh = new Mesh(4, random);
            for (int step = 0; step < 300; step++) {
                switch (random.nextInt(12)) {
                    case 0, 1 -> mesh.write();
                    case 2 -> mesh.cut();
                    case 3 -> mesh.connect();
                    default -> mesh.deliver();
                }
            }
            mesh.connectAll();
            mesh.run();
            assertThat(mesh.cables).allMatch(Cable::isInSync);
            assertThat(mesh.replicas)
                    .extracting(r -> r.inventory(HALL).fingerprint())
                    .containsOnly(mesh.replicas.getFirst().inventory(HALL).fingerprint());
            assertThat(mesh.replicas.getFirst().inventory(HALL).size()).isEqualTo(mesh.written);
        }
    }

    /// A live connection: two sessions, two wires.
    private record Cable(
            int from,
            int to,
            SyncSession initiator,
            SyncSession responder,
            List<byte[]> there,
            List<byte[]> back) {

        boolean isInSync() {
            return Link.isInSync(initiator) && Link.isInSync(responder);
        }

        void announce(int at, CircleTag circle, OpKey key) {
            if (at == from) {
                there.addAll(initiator.announce(circle, key));
            } else if (at == to) {
                back.addAll(responder.announce(circle, key));
            }
        }

        boolean deliver(Random random) {
            boolean forth = !there.isEmpty() && (back.isEmpty() || random.nextBoolean());
            List<byte[]> wire = forth ? there : back;
            if (wire.isEmpty()) {
                return false;
            }
            List<byte[]> part = wire.subList(0, 1 + random.nextInt(wire.size()));
            List<byte[]> batch = List.copyOf(part);
            part.clear();
            if (forth) {
                back.addAll(responder.receive(batch));
            } else {
                there.addAll(initiator.receive(batch));
            }
            return true;
        }
    }

    private static final class Mesh {

        private final Random random;
        private final List<FakeReplica> replicas = new ArrayList<>();
        private final List<Cable> cables = new ArrayList<>();
        private int written;

        Mesh(int size, Random random) {
            this.random = random;
            for (int i = 0; i < size; i++) {
                int at = i;
                FakeReplica replica = new FakeReplica().in(1);
                replica.onNew = (circle, key) -> cables.forEach(c -> c.announce(at, circle, key));
                replicas.add(replica);
            }
        }

        void write() {
            for (int i = random.nextInt(30); i >= 0; i--) {
                boolean authority = random.nextInt(9) == 0;
                int bucket = written / 40 + random.nextInt(3);
                replicas.get(random.nextInt(replicas.size()))
                        .add(1, FakeReplica.op(bucket, authority, 700, random));
                written++;
            }
        }

        void cut() {
            if (!cables.isEmpty()) {
                cables.remove(random.nextInt(cables.size()));
            }
        }

        void connect() {
            int from = random.nextInt(replicas.size());
            connect(from, (from + 1 + random.nextInt(replicas.size() - 1)) % replicas.size());
        }

        void connectAll() {
            for (int i = 1; i < replicas.size(); i++) {
                connect(random.nextInt(i), i);
            }
        }

        private void connect(int from, int to) {
            SyncSession initiator = session(SyncRole.INITIATOR, from);
            SyncSession responder = session(SyncRole.RESPONDER, to);
            List<byte[]> there = new ArrayList<>(initiator.start());
            List<byte[]> back = new ArrayList<>(responder.start());
            cables.add(new Cable(from, to, initiator, responder, there, back));
        }

        private SyncSession session(SyncRole role, int at) {
            return new SyncSession(
                    role, Link.HANDSHAKE, replicas.get(at), SyncLimits.STANDARD, random);
        }

        boolean deliver() {
            List<Cable> busy =
                    cables.stream()
                            .filter(c -> !c.there().isEmpty() || !c.back().isEmpty())
                            .toList();
            return !busy.isEmpty() && busy.get(random.nextInt(busy.size())).deliver(random);
        }

        void run() {
            int steps = 0;
            while (deliver()) {
                assertThat(++steps).isLessThan(100_000);
            }
        }
    }
}
