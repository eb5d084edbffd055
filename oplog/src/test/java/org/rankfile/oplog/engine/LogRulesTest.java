// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Limits;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.sync.OpSink.Outcome;
import org.rankfile.oplog.sync.OpSink.Receipt;
import org.rankfile.store.StoreException;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.ManualTime;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class LogRulesTest {
    private final SeededRandom random = new SeededRandom(31);
    private final Laptop ana = founder();

    private Laptop founder() {
        try {
            return Laptop.founder(random, ManualTime.atTestMorning());
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("OP-11: more than sixteen heads are joined by merges before the op that knows all")
    void manyHeadsAreMerged() throws StoreException, AppendRefused {
        List<Laptop> others = new ArrayList<>();
        for (int i = 0; i < Limits.DEPS + 4; i++) {
            others.add(Laptop.admitted(ana, "P" + i, Role.MEMBER, random));
        }
        for (Laptop each : others) {
            each.take("hall", ana.ops("hall"));
            each.append("hall", "from " + others.indexOf(each));
        }
        for (Laptop each : others) {
            ana.take("hall", each.ops("hall"));
        }
        int before = ana.ops("hall").size();
        ana.append("hall", "knows all");
        assertThat(ana.ops("hall")).hasSize(before + 2);
        ContentOp last = Optional.ofNullable(ana.read.get("hall knows all")).orElseThrow();
        assertThat(last.dot().seq()).isEqualTo(2);
        ana.read.values().stream()
                .filter(op -> !op.id().equals(last.id()))
                .forEach(op -> assertThat(last.seen().includes(op.dot())).isTrue());
        Laptop reader = others.getFirst();
        reader.take("hall", ana.ops("hall"));
        assertThat(reader.read).hasSize(others.size() + 1);
    }

    @Test
    @DisplayName("OP-12: a row is flags:1 | prefix | head, and the body beside it")
    void rowsKeepTheBodyApart() throws StoreException, AppendRefused {
        ana.append("hall", "kept");
        ana.store.read(txn -> {
            txn.scan(
                    0,
                    (pos, head) -> {
                        assertThat(head[0]).isEqualTo((byte) 3);
                        byte[] body = txn.body(pos).orElseThrow();
                        byte[] wire = Arrays.copyOfRange(head, 1, head.length + body.length);
                        System.arraycopy(body, 0, wire, head.length - 1, body.length);
                        SealedOp op = SealedOp.parse(wire).orElseThrow();
                        assertThat(op.bodyAt()).isEqualTo(head.length - 1);
                    });
            return txn;
        });
    }

    @Test
    @DisplayName("OP-14: two ops of one number are both kept; the copied home stops writing")
    void aCopiedHomeStops() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        ben.take("hall", ana.ops("hall"));
        Laptop copy = Laptop.copyOf(ben, random.fork());
        ben.append("hall", "the one");
        copy.append("hall", "the other");
        ana.take("hall", copy.ops("hall"));
        ana.take("hall", ben.ops("hall"));
        assertThat(ana.read.keySet()).contains("hall the one", "hall the other");
        assertThat(ana.replica().status().copied()).isFalse();
        for (Laptop each : List.of(ben, copy)) {
            each.take("hall", ana.ops("hall"));
            assertThat(each.replica().status().copied()).isTrue();
            assertThatThrownBy(() -> each.append("hall", "more")).hasMessage("COPIED_HOME");
            each.restart();
            assertThatThrownBy(() -> each.append("hall", "more")).hasMessage("COPIED_HOME");
        }
    }

    @Test
    @DisplayName("OP-14: a restored backup that has written less than the mesh knows stops too")
    void anOldBackupStops() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        ben.take("hall", ana.ops("hall"));
        Laptop backup = Laptop.copyOf(ben, random.fork());
        ben.append("hall", "after the backup");
        backup.take("hall", ben.ops("hall"));
        assertThatThrownBy(() -> backup.append("hall", "again")).hasMessage("COPIED_HOME");
    }

    @Test
    @DisplayName("OP-20: what is acknowledged is durable; what is not leaves everything as it was")
    void acknowledgedIsDurable() throws StoreException, AppendRefused {
        ana.store.failAfter(1);
        ana.append("hall", "acknowledged");
        assertThatThrownBy(() -> ana.append("hall", "refused")).hasMessage("DISK_FULL");
        ana.restart();
        assertThat(ana.read.keySet()).containsExactly("hall acknowledged");
    }

    @Test
    @DisplayName("OP-15: what waits is kept over a restart and stands once the missing op came")
    void parkedOpsAreKept() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.MEMBER, random);
        ana.append("hall", "first");
        List<byte[]> known = ana.ops("hall");
        ana.append("hall", "second");
        List<byte[]> all = new ArrayList<>(ana.ops("hall"));
        all.removeIf(op -> known.stream().anyMatch(k -> Arrays.equals(k, op)));
        byte[] first = known.getLast();
        List<byte[]> rest = new ArrayList<>(known);
        rest.remove(first);
        ben.take("hall", rest);
        List<Receipt> receipts = ben.take("hall", all);
        assertThat(receipts).extracting(Receipt::outcome).containsOnly(Outcome.PARKED);
        ben.restart();
        assertThat(ben.replica().status().circles().getFirst().parked()).isEqualTo(1);
        ben.take("hall", List.of(first));
        assertThat(ben.read.keySet()).containsExactlyInAnyOrder("hall first", "hall second");
        assertThat(ben.replica().status().circles().getFirst().parked()).isZero();
    }

    @Test
    @DisplayName("OP-7: an op of another circle, a damaged one and noise are not taken")
    void foreignBytesAreNotTaken() throws StoreException, AppendRefused {
        Laptop ben = Laptop.admitted(ana, "Ben", Role.STEWARD, random);
        ana.append("hall", "note");
        byte[] op = ana.ops("hall").getLast();
        assertThat(ben.take("committee", List.of(op)))
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.MALFORMED);
        Gen.forSeeds(
                1,
                500,
                seed -> {
                    byte[] damaged = Gen.mutate(new SeededRandom(seed), op);
                    try {
                        assertThat(ben.take("hall", List.of(damaged))).hasSize(1);
                    } catch (StoreException e) {
                        throw new AssertionError(e);
                    }
                });
        ben.take("hall", ana.ops("hall"));
        assertThat(ben.read.keySet()).containsExactly("hall note");
        assertThat(ben.replica().verify().problems()).isEmpty();
    }

    @Test
    @DisplayName("MEM-10: admitting a device again changes nothing but the seat that was missing")
    void admittingAgainIsHarmless() throws AppendRefused {
        Device device = Records.freshDevice(random);
        PersonId one = ana.replica().stewardship().admit("Ben", Role.STEWARD, device.keys());
        long ops = ana.replica().status().circles().getFirst().ops();
        PersonId two = ana.replica().stewardship().admit("Ben", Role.STEWARD, device.keys());
        ana.replica().changed();
        assertThat(two).isEqualTo(one);
        assertThat(ana.replica().members("committee"))
                .extracting(Member::name)
                .containsExactlyInAnyOrder("Ana", "Ben");
        assertThat(ops).isPositive();
    }

    @Test
    @DisplayName("MEM-1, MEM-8: a handover is the local's name and its circles, the hall first")
    void handoversAreChecked() throws StoreException {
        List<CircleIdentity> circles =
                ana.replica().log().circles().stream().map(Circle::identity).toList();
        byte[] bytes = new Handover("Local 12", circles).bytes();
        Handover read = Handover.of(bytes).orElseThrow();
        assertThat(read.local()).isEqualTo("Local 12");
        assertThat(read.circles()).isEqualTo(circles);
        assertThat(Handover.of(new Handover("Local 12", circles.reversed()).bytes())).isEmpty();
        assertThat(Handover.of(new Handover("Local 12", List.of()).bytes())).isEmpty();
        assertThat(Handover.of(new Handover("Local\n12", circles).bytes())).isEmpty();
        CircleIdentity hall = circles.getFirst();
        assertThat(Handover.of(new Handover("Local 12", List.of(hall, hall)).bytes())).isEmpty();
        Gen.forSeeds(
                1,
                2000,
                seed ->
                        Handover.of(Gen.mutate(new SeededRandom(seed), bytes))
                                .ifPresent(h -> assertThat(h.circles()).hasSizeBetween(1, 2)));
    }
}
