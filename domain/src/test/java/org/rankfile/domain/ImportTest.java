// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.csv.RowReason;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.domain.roster.ImportPlan;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.PlannedRow;
import org.rankfile.domain.roster.PlannedRow.Fate;
import org.rankfile.domain.roster.RefusedRow;
import org.rankfile.domain.roster.RosterFormat;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;
import org.rankfile.testkit.Gen;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Lists that come in, go out and come in again.
class ImportTest {
    private final Union union = new PretendMesh(new Random(1), 1).devices.getFirst().union();

    private ImportPlan imports(String csv, boolean dryRun) {
        try {
            Command command =
                    new Command.ImportMembers(MemberFile.read(csv.getBytes(UTF_8)), "l", dryRun);
            return ((Outcome.Imported) union.submit(command).join()).plan();
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private void sets(String id, Map<WorkerField, String> values) {
        assertThat(union.submit(new Command.SetWorker(id, values)).join())
                .isInstanceOf(Outcome.Done.class);
    }

    private Worker first() {
        return union.snapshot().workers().getFirst();
    }

    @Test
    void aDryRunSaysWhatTheImportThenDoes() {
        imports("Badge,First,Shift\n1,Rosa,Day\n2,Lena,Day\n", false);
        String csv = "Badge,First,Shift\n1,Rosa,Day\n2,Lena,Night\n3,Ben,Day\n3,Kim,Day\n";
        ImportPlan dry = imports(csv, true);
        ImportPlan done = imports(csv, false);
        assertThat(dry.rows())
                .extracting(PlannedRow::fate)
                .containsExactly(Fate.UNCHANGED, Fate.CHANGED, Fate.NEW);
        assertThat(done).isEqualTo(dry);
        assertThat(imports(csv, false).count(Fate.UNCHANGED)).isEqualTo(3);
    }

    @Test
    void whatIsExportedAnImportFindsUnchangedWhateverIsInIt() {
        imports(DemoData.members(new Random(3), 40, List.of("=1+1", "a;b", "\"q\"")), false);
        List<Worker> workers = union.snapshot().workers();
        Gen.forSeeds(
                1,
                workers.size(),
                seed -> {
                    Random random = new Random(seed);
                    Map<WorkerField, String> values = new EnumMap<>(WorkerField.class);
                    values.put(WorkerField.NOTES, text(random));
                    values.put(WorkerField.CITY, text(random));
                    sets(workers.get((int) seed - 1).id(), values);
                });
        for (boolean mark : new boolean[] {true, false}) {
            String csv = RosterFormat.csv(union.snapshot().workers(), mark);
            ImportPlan again = imports(csv, false);
            assertThat(again.count(Fate.UNCHANGED)).isEqualTo(again.total()).isEqualTo(40);
        }
    }

    /// What a field takes: no control characters.
    private static String text(Random random) {
        return Gen.text(random, 8).replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFD]", "");
    }

    @Test
    void theLongestWorkerIsExportedAndComesBack() {
        imports("Badge\n1\n", false);
        Map<WorkerField, String> values = new EnumMap<>(WorkerField.class);
        for (WorkerField field : List.of(WorkerField.CITY, WorkerField.SHIFT, WorkerField.UNIT)) {
            values.put(field, "\"".repeat(Limits.SHORT_CHARS));
        }
        values.put(WorkerField.NOTES, "\"€".repeat(Limits.LONG_CHARS / 2));
        sets("1", values);
        String csv = RosterFormat.csv(union.snapshot().workers(), true);
        assertThat(imports(csv, true).count(Fate.UNCHANGED)).isEqualTo(1);
    }

    /// EV-13.
    @Test
    void aWorkersIdFollowsFromTheirNumberOrElseTheirName() {
        imports("Badge,First\n7,Rosa\n", false);
        assertThat(first().id()).isEqualTo("bqcg8wnpgywp32f2");
        sets("7", Map.of(WorkerField.EMPLOYEE_NO, "8"));
        imports("First,Last,Cell,Dept\nRosa,Marín,555,Welding\n", false);
        assertThat(union.snapshot().workers()).extracting(Worker::id).contains("8r0h5dc3ss9fdsym");
        imports("Badge,First\n7,Kim\n", false);
        assertThat(union.snapshot().workers()).extracting(Worker::id).doesNotHaveDuplicates();
        assertThat(union.snapshot().workers()).hasSize(3);
    }

    @Test
    void somebodyWithoutANumberIsFoundAgainAfterTheirPhoneOrNumberChanged() {
        String csv = "First,Last,Cell,Dept\nRosa,Marín,555,Welding\n";
        imports(csv, false);
        sets(first().id(), Map.of(WorkerField.DEPARTMENT, "Paint", WorkerField.EMPLOYEE_NO, "7"));
        ImportPlan again = imports(csv, false);
        assertThat(again.count(Fate.CHANGED)).isEqualTo(1);
        assertThat(union.snapshot().workers()).hasSize(1);
    }

    @Test
    void rowsThatAreAboutTheSameOrSeveralWorkersAreConflicts() {
        imports("Badge,Member ID,First\n1,A,Rosa\n2,B,Lena\n", false);
        ImportPlan plan = imports("Badge,Member ID,First\n1,,Rose\n,A,Rosy\n1,B,Kim\n", false);
        assertThat(plan.count(Fate.CHANGED)).isEqualTo(1);
        assertThat(plan.conflicts())
                .containsExactly(new RefusedRow(3, RowReason.DUPLICATE_IN_FILE, "2"));
        assertThat(plan.table().refused())
                .containsExactly(new RefusedRow(4, RowReason.DUPLICATE_IN_FILE, "2"));
        assertThat(imports("Badge,Member ID\n1,B\n", true).conflicts())
                .containsExactly(new RefusedRow(2, RowReason.IDS_DISAGREE, ""));
    }

    @Test
    void anImportAfterAnUndoneOneMakesNewWorkersWithNothingOfTheOld() {
        imports("Badge,City\n1,Dayton\n", false);
        String batch = union.snapshot().batches().getFirst().batch().id();
        union.submit(new Command.UndoImport(batch)).join();
        imports("Badge,First\n1,Rosa\n", false);
        assertThat(first().value(WorkerField.CITY)).isEmpty();
        assertThat(first().name()).isEqualTo("Rosa");
    }
}
