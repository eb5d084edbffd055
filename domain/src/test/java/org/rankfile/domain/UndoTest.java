// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.record.BatchView;
import org.rankfile.domain.record.Change;
import org.rankfile.domain.record.Choice;
import org.rankfile.domain.record.UndoConflict;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;
import org.rankfile.oplog.OpId;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Taking changes back, one after the other, together, and again (EV-10).
class UndoTest {
    private final PretendMesh mesh = new PretendMesh(new Random(1), 2);
    private final Union ana = mesh.devices.getFirst().union();
    private final Union ben = mesh.devices.getLast().union();
    private String id = "";

    @BeforeEach
    void open() {
        id =
                ((Outcome.Done)
                                does(
                                        ana,
                                        new Command.NewGrievance("", "The guard is broken.", 2026)))
                        .record()
                        .orElseThrow()
                        .id();
        meet();
    }

    private void meet() {
        mesh.devices.forEach(device -> mesh.deliver(device, 1));
    }

    private static Outcome does(Union union, Command command) {
        return union.submit(command).join();
    }

    private static OpId op(Outcome outcome) {
        return ((Outcome.Done) outcome).ops().getFirst();
    }

    private OpId sets(Union union, String stage) {
        return op(does(union, new Command.SetGrievance(id, Map.of(GrievanceField.STAGE, stage))));
    }

    private static OpId undoes(Union union, OpId op) {
        return op(does(union, new Command.Undo(op.toString())));
    }

    private static Grievance first(Union union) {
        return union.snapshot().grievances().getFirst();
    }

    private static String stage(Union union) {
        return first(union).value(GrievanceField.STAGE);
    }

    private static MemberTable table(String csv) {
        try {
            return MemberFile.read(csv.getBytes(UTF_8));
        } catch (FileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private static String imports(Union union, String csv) {
        Outcome.Imported done =
                (Outcome.Imported)
                        does(union, new Command.ImportMembers(table(csv), "list.csv", false));
        return done.batch().orElseThrow().id();
    }

    @Test
    void changesAreTakenBackOneAfterTheOther() {
        OpId one = sets(ana, "Step 1");
        OpId two = sets(ana, "Step 2");
        OpId three = sets(ana, "Step 3");
        undoes(ana, three);
        OpId undone = undoes(ana, two);
        assertThat(stage(ana)).isEqualTo("Step 1");
        undoes(ana, one);
        assertThat(stage(ana)).isEmpty();
        assertThat(does(ana, new Command.Undo(two.toString())))
                .isEqualTo(new Outcome.Refused(Refusal.NOTHING_TO_UNDO, two.toString()));
        undoes(ana, undone);
        assertThat(stage(ana)).isEqualTo("Step 2");
    }

    @Test
    void aDecisionTakenBackOpensTheValuesAgain() {
        sets(ana, "Step 2");
        sets(ben, "Arbitration");
        meet();
        List<Choice> before = first(ana).open().getOrDefault(GrievanceField.STAGE, List.of());
        OpId decided = op(does(ana, new Command.Resolve(id, GrievanceField.STAGE, 1)));
        assertThat(first(ana).open()).isEmpty();
        undoes(ana, decided);
        meet();
        assertThat(first(ben).open().get(GrievanceField.STAGE))
                .extracting(Choice::value)
                .containsExactlyElementsOf(before.stream().map(Choice::value).toList());
        assertThat(ben.history(first(ben).record().key()).join().orElseThrow().getLast().what())
                .isEqualTo(Change.What.REOPENED);
    }

    @Test
    void whatTwoTookBackApartComesBackWithOneUndo() {
        OpId set = sets(ana, "Step 1");
        meet();
        OpId undone = undoes(ana, set);
        undoes(ben, set);
        meet();
        undoes(ana, undone);
        meet();
        assertThat(stage(ben)).isEqualTo("Step 1");
    }

    @Test
    void anImportIsTakenBackGivenBackAndTakenBackAgain() {
        String batch = imports(ana, "Emp ID,First\n7,Rosa\n8,Lena\n");
        OpId undone = op(does(ana, new Command.UndoImport(batch)));
        assertThat(ana.snapshot().workers()).isEmpty();
        assertThat(ana.snapshot().batches()).extracting(BatchView::undone).containsExactly(true);
        undoes(ana, undone);
        assertThat(ana.snapshot().workers()).hasSize(2);
        assertThat(ana.snapshot().batches()).extracting(BatchView::undone).containsExactly(false);
        does(ana, new Command.UndoImport(batch));
        assertThat(ana.snapshot().workers()).isEmpty();
    }

    @Test
    void anImportOverAListGivesBackTheFormerValuesAndKeepsLaterOnes() {
        imports(ana, "Emp ID,First,Shift,City\n7,Rosa,Day,Dayton\n8,Lena,Day,Dayton\n");
        String batch = imports(ana, "Emp ID,Shift,City\n7,Night,Akron\n8,Night,Akron\n");
        meet();
        does(ben, new Command.SetWorker("7", Map.of(WorkerField.SHIFT, "Swing")));
        meet();
        Outcome.Done undone = (Outcome.Done) does(ana, new Command.UndoImport(batch));
        assertThat(ana.snapshot().workers())
                .extracting(w -> w.value(WorkerField.SHIFT) + w.value(WorkerField.CITY))
                .containsExactlyInAnyOrder("SwingDayton", "DayDayton");
        assertThat(undone.kept()).extracting(UndoConflict::field).containsExactly("shift");
    }

    @Test
    void aWorkerWhomSomebodyWroteToStaysWhole() {
        String batch = imports(ana, "Emp ID,First\n7,Rosa\n");
        meet();
        does(ana, new Command.UndoImport(batch));
        does(ben, new Command.SetWorker("7", Map.of(WorkerField.CITY, "Akron")));
        meet();
        for (Union union : List.of(ana, ben)) {
            Worker worker = union.snapshot().workers().getFirst();
            assertThat(worker.name()).isEqualTo("Rosa");
            assertThat(worker.value(WorkerField.CITY)).isEqualTo("Akron");
        }
    }

    @Test
    void oneOpOfAnImportIsNotTakenBackAlone() {
        String batch = imports(ana, "Emp ID,First\n7,Rosa\n");
        OpId op = ana.snapshot().batches().getFirst().ops().getFirst();
        assertThat(does(ana, new Command.Undo(op.toString())))
                .isEqualTo(new Outcome.Refused(Refusal.PART_OF_IMPORT, batch));
    }

    @Test
    void aNoteIsWithdrawnAndComesBackByItsAuthor() {
        OpId note = op(does(ana, new Command.AddNote(id, "Called her on Monday")));
        OpId undone = undoes(ana, note);
        assertThat(first(ana).record().notes()).isEmpty();
        meet();
        undoes(ben, undone);
        assertThat(first(ben).record().notes())
                .singleElement()
                .satisfies(n -> assertThat(n.stamp().op()).isEqualTo(note));
        assertThat(ben.grievances("monday")).hasSize(1);
    }

    @Test
    void theHistoryOfACaseThatIsNoMoreIsFoundAndItsNumberIsNotGivenAgain() {
        RecordKey key = first(ana).record().key();
        OpId made = ana.history(key).join().orElseThrow().getFirst().stamp().op();
        OpId undone = undoes(ana, made);
        assertThat(ana.snapshot().grievances()).isEmpty();
        assertThat(ana.find(id.substring(0, 6)).join()).isEqualTo(new Union.Named.One<>(key));
        assertThat(ana.history(key).join().orElseThrow().getLast().what())
                .isEqualTo(Change.What.DROPPED);
        does(ana, new Command.NewGrievance("", "My schedule came late.", 2026));
        assertThat(first(ana).number()).startsWith("2026-2");
        undoes(ana, undone);
        assertThat(ana.snapshot().grievances()).hasSize(2);
    }

    @Test
    void whoHasChangedWhatIsToldByName() {
        sets(ben, "Step 1");
        meet();
        Change last = ana.history(first(ana).record().key()).join().orElseThrow().getLast();
        assertThat(ana.name(last.stamp().author())).isEqualTo("Person 1");
        assertThat(ana.readers(first(ana).record())).hasSize(2);
    }

    @Test
    void threeLongTextsAtOnceAreCutIntoOpsThatFit() {
        String text = "ñ€".repeat(Limits.LONG_CHARS / 2);
        Map<GrievanceField, String> long3 =
                Map.of(
                        GrievanceField.STATEMENT, text,
                        GrievanceField.REMEDY, text,
                        GrievanceField.NOTES, text,
                        GrievanceField.ARTICLES, "9, " + "x".repeat(Limits.SHORT_CHARS));
        Outcome.Done done = (Outcome.Done) does(ana, new Command.SetGrievance(id, long3));
        assertThat(done.ops()).hasSizeGreaterThan(1);
        assertThat(first(ana).value(GrievanceField.REMEDY)).isEqualTo(text);
    }
}
