// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.record.Change;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.PlannedRow.Fate;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// The façade over a real replica on a real disk.
@Timeout(60)
class UnionTest {
    @TempDir Path dir;
    private Laptop ana;

    @BeforeEach
    void found() throws Exception {
        ana = Laptop.founder(dir);
    }

    @AfterEach
    void close() throws Exception {
        ana.close();
    }

    private Outcome.Imported imports(String csv, boolean dryRun) throws Exception {
        Outcome outcome =
                ana.does(
                        new Command.ImportMembers(
                                MemberFile.read(csv.getBytes(UTF_8)), "list.csv", dryRun));
        return (Outcome.Imported) outcome;
    }

    private Refusal refusal(Command command) throws Exception {
        return ((Outcome.Refused) ana.does(command)).why();
    }

    private String newCase(String statement) throws Exception {
        Outcome.Done done = (Outcome.Done) ana.does(new Command.NewGrievance("", statement, 2026));
        return done.record().orElseThrow().id();
    }

    private Worker onlyWorker() {
        return ana.union.snapshot().workers().getFirst();
    }

    @Test
    void anImportOfFiveHundredWorkersIsOneBatchInFewOps() throws Exception {
        Outcome.Imported imported =
                imports(DemoData.members(new Random(1), 500, List.of("a note")), false);
        assertThat(imported.plan().count(Fate.NEW)).isEqualTo(500);
        assertThat(ana.union.snapshot().workers()).hasSize(500);
        assertThat(ana.union.snapshot().batches().getFirst().ops().size()).isLessThan(5);
        assertThat(imported.batch()).isPresent();
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        Outcome.Imported planned = imports(DemoData.members(new Random(1), 20, List.of()), true);
        assertThat(planned.plan().count(Fate.NEW)).isEqualTo(20);
        assertThat(planned.batch()).isEmpty();
        assertThat(ana.union.snapshot().workers()).isEmpty();
    }

    @Test
    void theSameListImportedAgainChangesNothing() throws Exception {
        String csv = DemoData.members(new Random(1), 20, List.of());
        imports(csv, false);
        Outcome.Imported again = imports(csv, false);
        assertThat(again.plan().count(Fate.UNCHANGED)).isEqualTo(20);
        assertThat(again.batch()).isEmpty();
    }

    @Test
    void anImportTakenBackLeavesWhatSomebodyHasChangedSince() throws Exception {
        Outcome.Imported imported = imports(DemoData.members(new Random(1), 20, List.of()), false);
        ana.does(new Command.SetWorker("10003", Map.of(WorkerField.NOTES, "Called her")));
        String batch = imported.batch().orElseThrow().id();
        Outcome.Done undone = (Outcome.Done) ana.does(new Command.UndoImport(batch));
        assertThat(ana.union.snapshot().workers())
                .singleElement()
                .satisfies(w -> assertThat(w.value(WorkerField.EMPLOYEE_NO)).isEqualTo("10003"));
        assertThat(undone.kept()).isNotEmpty();
        assertThat(refusal(new Command.UndoImport(batch))).isEqualTo(Refusal.NOTHING_TO_UNDO);
    }

    @Test
    void aFieldIsSetFoundAndUndone() throws Exception {
        imports("Emp ID,First,Last\n7,Rosa,Marín\n8,Lena,Novak\n", false);
        Outcome.Done set =
                (Outcome.Done)
                        ana.does(new Command.SetWorker("7", Map.of(WorkerField.TEXT_OK, "yes")));
        assertThat(ana.union.workers("marin rosa"))
                .singleElement()
                .satisfies(w -> assertThat(w.value(WorkerField.TEXT_OK)).isEqualTo("Y"));
        ana.does(new Command.Undo(set.ops().getFirst().toString()));
        assertThat(ana.union.workers("marin").getFirst().value(WorkerField.TEXT_OK)).isEmpty();
    }

    @Test
    void aWorkerKeepsANameOrANumber() throws Exception {
        imports("First,Last\nRosa,Marín\n", false);
        Map<WorkerField, String> none =
                Map.of(WorkerField.FIRST_NAME, "", WorkerField.LAST_NAME, " ");
        assertThat(refusal(new Command.SetWorker(onlyWorker().id(), none)))
                .isEqualTo(Refusal.NAMELESS);
        assertThat(onlyWorker().name()).isEqualTo("Rosa Marín");
    }

    @Test
    void badInputIsRefusedWithItsReasonAndNothingChanges() throws Exception {
        imports("Emp ID,First\n7,Rosa\n", false);
        newCase("They did not call me for overtime.");
        UnionSnapshot before = ana.union.snapshot();
        assertThat(refusal(new Command.SetWorker("7", Map.of(WorkerField.HIRE_DATE, "soon"))))
                .isEqualTo(Refusal.BAD_VALUE);
        assertThat(
                        refusal(
                                new Command.SetWorker(
                                        "7", Map.of(WorkerField.LAST_NAME, "x".repeat(5000)))))
                .isEqualTo(Refusal.TOO_LONG);
        assertThat(refusal(new Command.SetWorker("zzzz", Map.of())))
                .isEqualTo(Refusal.NO_SUCH_RECORD);
        assertThat(refusal(new Command.NewGrievance("t", "  ", 2026)))
                .isEqualTo(Refusal.NO_STATEMENT);
        assertThat(refusal(new Command.Undo("0000"))).isEqualTo(Refusal.NO_SUCH_OP);
        assertThat(refusal(new Command.UndoImport("0000"))).isEqualTo(Refusal.NO_SUCH_BATCH);
        assertThat(refusal(new Command.Resolve("2026-1", GrievanceField.STAGE, 1)))
                .isEqualTo(Refusal.NO_SUCH_CHOICE);
        assertThat(
                        refusal(
                                new Command.SetGrievance(
                                        "2026-1", Map.of(GrievanceField.NEXT_DEADLINE, "soon"))))
                .isEqualTo(Refusal.BAD_VALUE);
        assertThat(ana.union.snapshot()).isSameAs(before);
    }

    @Test
    void casesAreNumberedAndSortedByTheirNextDeadline() throws Exception {
        String first = newCase("They did not call me for overtime. It was my turn.");
        String second = newCase("The guard is broken.");
        String third = newCase("My schedule came late.");
        ana.does(
                new Command.SetGrievance(
                        second,
                        Map.of(GrievanceField.NEXT_DEADLINE, "2026-12-02, Rosa, File at step 2")));
        ana.does(
                new Command.SetGrievance(
                        third, Map.of(GrievanceField.NEXT_DEADLINE, "2026-11-02")));
        ana.does(new Command.SetGrievance(third, Map.of(GrievanceField.ARTICLES, "9, 14.2, 9")));
        List<Grievance> sorted = ana.union.snapshot().grievances();
        assertThat(sorted).extracting(Grievance::id).containsExactly(third, second, first);
        assertThat(sorted)
                .extracting(Grievance::number)
                .containsExactly("2026-3", "2026-2", "2026-1");
        assertThat(sorted.getFirst().elements(GrievanceField.ARTICLES))
                .containsExactly("14.2", "9");
        assertThat(sorted.get(1).nextDeadline().orElseThrow().owner()).isEqualTo("Rosa");
    }

    @Test
    void theHistorySaysWhoChangedWhat() throws Exception {
        String id = newCase("The guard is broken.");
        ana.does(new Command.SetGrievance(id, Map.of(GrievanceField.STAGE, "Step 1")));
        ana.does(new Command.SetGrievance(id, Map.of(GrievanceField.STAGE, "Step 2")));
        Optional<List<Change>> history =
                ana.union
                        .history(ana.union.snapshot().grievances().getFirst().record().key())
                        .get();
        Change last = history.orElseThrow().getLast();
        assertThat(last.before()).isEqualTo("Step 1");
        assertThat(last.after()).isEqualTo("Step 2");
        assertThat(ana.union.names().get(last.stamp().author())).isEqualTo("Ana");
    }

    @Test
    void everythingIsThereAgainAfterReopening() throws Exception {
        imports(DemoData.members(new Random(1), 30, List.of()), false);
        newCase("The guard is broken.");
        List<String> before = ana.union.snapshot().workers().stream().map(Worker::name).toList();
        ana.close();
        ana = Laptop.reopened(dir);
        assertThat(ana.union.snapshot().workers().stream().map(Worker::name).toList())
                .isEqualTo(before);
        assertThat(ana.union.snapshot().grievances().getFirst().number()).isEqualTo("2026-1");
        assertThat(Files.exists(dir.resolve("log"))).isTrue();
    }
}
