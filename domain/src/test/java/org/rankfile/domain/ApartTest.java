// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.record.Choice;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.Role;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two devices that work while they are apart, and meet.
@Timeout(60)
class ApartTest {
    @TempDir Path dir;
    private Laptop ana;
    private Laptop ben;

    @BeforeEach
    void found() throws Exception {
        ana = Laptop.founder(Files.createDirectory(dir.resolve("ana")));
        ben = ana.admits(Files.createDirectory(dir.resolve("ben")), "Ben", Role.STEWARD);
    }

    @AfterEach
    void close() throws Exception {
        ben.close();
        ana.close();
    }

    private void part() {
        ben.replica.goOffline();
        ana.replica.goOffline();
    }

    private void meet() throws Exception {
        ben.meets(ana);
        for (Laptop laptop : List.of(ana, ben)) {
            laptop.waitUntil(() -> print(ana).equals(print(ben)));
        }
    }

    private static List<String> print(Laptop laptop) {
        return laptop.replica.status().circles().stream()
                .map(circle -> circle.name() + circle.fingerprint() + circle.parked())
                .sorted()
                .toList();
    }

    private static Grievance first(Laptop laptop) {
        return laptop.union.snapshot().grievances().getFirst();
    }

    private void set(Laptop laptop, GrievanceField field, String value) throws Exception {
        String id = first(laptop).id();
        assertThat(laptop.does(new Command.SetGrievance(id, Map.of(field, value))))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void bothValuesOfADisputedFieldAreKeptShownAndDecided() throws Exception {
        ana.does(new Command.NewGrievance("", "The guard is broken.", 2026));
        meet();
        part();
        set(ana, GrievanceField.STAGE, "Step 2");
        set(ana, GrievanceField.NEXT_DEADLINE, "2026-12-09, Ana");
        set(ben, GrievanceField.STAGE, "Arbitration");
        set(ben, GrievanceField.NEXT_DEADLINE, "2026-12-02, Ben");
        meet();
        for (Laptop laptop : List.of(ana, ben)) {
            assertThat(first(laptop).open().get(GrievanceField.STAGE))
                    .extracting(Choice::value)
                    .containsExactlyInAnyOrder("Step 2", "Arbitration");
            assertThat(first(laptop).nextDeadline().orElseThrow().owner()).isEqualTo("Ben");
        }
        assertThat(first(ana).open()).isEqualTo(first(ben).open());
        ana.does(new Command.Resolve(first(ana).id(), GrievanceField.STAGE, 1));
        ben.waitUntil(() -> !first(ben).open().containsKey(GrievanceField.STAGE));
        assertThat(first(ben).value(GrievanceField.STAGE))
                .isEqualTo(first(ana).value(GrievanceField.STAGE));
    }

    @Test
    void casesOpenedApartKeepDifferentNumbers() throws Exception {
        meet();
        part();
        ana.does(new Command.NewGrievance("", "The guard is broken.", 2026));
        ben.does(new Command.NewGrievance("", "My schedule came late.", 2026));
        meet();
        List<String> numbers =
                ana.union.snapshot().grievances().stream().map(Grievance::number).toList();
        assertThat(numbers)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("2026-1-[0-9a-f]{4}"));
        assertThat(ana.does(new Command.SetGrievance("2026-1", Map.of())))
                .isEqualTo(new Outcome.Refused(Refusal.AMBIGUOUS, "2026-1"));
    }

    @Test
    void aNumberLosesItsMarkOnceEveryDeviceHasWrittenInKnowledgeOfIt() throws Exception {
        ana.does(new Command.NewGrievance("", "The guard is broken.", 2026));
        meet();
        assertThat(first(ana).number()).matches("2026-1-[0-9a-f]{4}");
        set(ben, GrievanceField.PLACE, "Bay 4");
        ana.waitUntil(() -> first(ana).number().equals("2026-1"));
    }

    @Test
    void theSameListImportedApartMakesTheSameWorkers() throws Exception {
        MemberTable table =
                MemberFile.read("Emp ID,First,Last\n7,Rosa,Marín\n8,Lena,Novak\n".getBytes(UTF_8));
        meet();
        part();
        ana.does(new Command.ImportMembers(table, "a.csv", false));
        ben.does(new Command.ImportMembers(table, "b.csv", false));
        ben.does(new Command.SetWorker("7", Map.of(WorkerField.SHIFT, "Night")));
        meet();
        assertThat(ana.union.snapshot().workers()).hasSize(2);
        assertThat(ana.union.workers("marin").getFirst().value(WorkerField.SHIFT))
                .isEqualTo("Night");
    }

    /// EV-6 on real parts: what two people do at random while they are apart, over disk and
    /// network.
    @Test
    void randomWorkWhileApartEndsTheSameAndNothingAcknowledgedIsLost() throws Exception {
        Random random = new Random(12);
        List<OpId> acknowledged = new ArrayList<>();
        RandomWork work = new RandomWork(() -> acknowledged, random);
        for (int round = 0; round < 3; round++) {
            meet();
            part();
            for (int step = 0; step < 25; step++) {
                Laptop laptop = random.nextBoolean() ? ana : ben;
                Command command = work.next(laptop.union);
                if (laptop.does(command) instanceof Outcome.Done done) {
                    acknowledged.addAll(done.ops());
                }
            }
        }
        meet();
        assertThat(records(ana)).isEqualTo(records(ben)).isNotEmpty();
        assertThat(ana.union.snapshot().batches()).isEqualTo(ben.union.snapshot().batches());
        for (OpId op : acknowledged) {
            assertThat(ben.does(new Command.Undo(op.toString())))
                    .isNotEqualTo(new Outcome.Refused(Refusal.NO_SUCH_OP, op.toString()));
        }
    }

    private static List<String> records(Laptop laptop) {
        UnionSnapshot now = laptop.union.snapshot();
        return Stream.concat(
                        now.workers().stream().map(Worker::record),
                        now.grievances().stream().map(Grievance::record))
                .map(record ->
                        record.key().toString()
                                + new TreeMap<>(record.values())
                                + new TreeMap<>(record.open())
                                + record.notes()
                                + record.history())
                .toList();
    }

    @Test
    void aPlainMemberHoldsNothingReadable() throws Exception {
        ana.does(new Command.NewGrievance("", "The guard is broken.", 2026));
        try (Laptop cho =
                ana.admits(Files.createDirectory(dir.resolve("cho")), "Cho", Role.MEMBER)) {
            assertThat(cho.union.inCommittee()).isFalse();
            assertThat(cho.union.snapshot().grievances()).isEmpty();
            assertThat(cho.does(new Command.NewGrievance("", "Mine.", 2026)))
                    .isEqualTo(new Outcome.Refused(Refusal.NOT_IN_COMMITTEE, ""));
            assertThat(cho.union.grievance("2026-1"))
                    .isEqualTo(
                            new Union.Named.None<Grievance>(
                                    new Outcome.Refused(Refusal.NOT_IN_COMMITTEE, "")));
            assertThat(cho.union.find("2026-1").get()).isInstanceOf(Union.Named.None.class);
        }
    }
}
