// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.Replica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;

class LocalReplicaTest {
    private final MemoryStore store = new MemoryStore();
    private final ReplicaParts parts =
            new ReplicaParts(
                    store,
                    Runnable::run,
                    Runnable::run,
                    new SeededRandom(7),
                    ManualTime.atTestMorning(),
                    Alarm.NEVER);

    private Replica found() throws StoreException {
        return Replicas.found(parts, new Founding("Local 12", "Ana"));
    }

    @Test
    void aFounderIsTheManagerOfHallAndCommittee() throws StoreException {
        Replica replica = found();
        assertThat(replica.status().local()).isEqualTo("Local 12");
        assertThat(replica.members("hall"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.name()).isEqualTo("Ana");
                    assertThat(m.role()).isEqualTo(Role.MANAGER);
                    assertThat(m.id()).isEqualTo(replica.status().me());
                });
        assertThat(replica.members("committee")).isEqualTo(replica.members("hall"));
    }

    @Test
    void whatWasAppendedIsThereAfterReopening() throws Exception {
        Replica replica = found();
        replica.append("committee", "one".getBytes(UTF_8));
        replica.appendAll("committee", List.of("two".getBytes(UTF_8), "three".getBytes(UTF_8)));
        Replica again = Replicas.open(parts);
        assertThat(bodies(again)).containsExactly("one", "two", "three");
        assertThat(again.status().circles()).isEqualTo(replica.status().circles());
        assertThat(again.verify().problems()).isEmpty();
        assertThat(again.verify().ops()).isEqualTo(5);
        again.append("committee", "four".getBytes(UTF_8));
        assertThat(bodies(Replicas.open(parts))).containsExactly("one", "two", "three", "four");
    }

    @Test
    void aFullDiskAppendsNothingAndIsForgottenOnceThereIsRoom() throws Exception {
        Replica replica = found();
        store.failAfter(0);
        assertThatThrownBy(() -> replica.append("committee", new byte[3]))
                .isInstanceOf(AppendRefused.class)
                .hasMessage("DISK_FULL");
        store.mend();
        replica.append("committee", "later".getBytes(UTF_8));
        assertThat(bodies(Replicas.open(parts))).containsExactly("later");
    }

    @Test
    void whatCannotBeAppendedIsRefusedWithItsReason() throws Exception {
        Replica replica = found();
        assertThatThrownBy(() -> replica.append("committee", new byte[Limits.BODY_BYTES + 1]))
                .hasMessage("TOO_LARGE");
        assertThatThrownBy(() -> replica.append("tellers", new byte[1])).hasMessage("NOT_A_MEMBER");
        assertThat(bodies(replica)).isEmpty();
    }

    @Test
    void aStoreIsFoundedOnceAndOpenedOnlyWhenFounded() throws Exception {
        assertThatThrownBy(() -> Replicas.open(parts)).hasMessage("NO_HOME");
        found();
        assertThatThrownBy(this::found).hasMessage("HOME_EXISTS");
    }

    private static List<String> bodies(Replica replica) {
        List<String> bodies = new ArrayList<>();
        replica.follow(
                new ContentListener() {
                    @Override
                    public void admitted(ContentOp op) {
                        bodies.add(new String(op.body(), UTF_8));
                    }

                    @Override
                    public void changed() {
                        // Not of interest.
                    }
                });
        return bodies;
    }
}
