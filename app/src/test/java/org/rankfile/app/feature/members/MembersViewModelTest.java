// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.TestSession;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.domain.roster.PlannedRow;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// The member list and its imports over a real home, without a window.
@Timeout(60)
class MembersViewModelTest {
    @TempDir Path temp;
    private TestSession at;
    private MembersViewModel model;
    private ImportViewModel importing;

    @BeforeEach
    void open() throws Exception {
        at = new TestSession(temp);
        model = new MembersViewModel(at.workplace());
        importing = new ImportViewModel(at.workplace());
    }

    @AfterEach
    void close() throws Exception {
        at.close();
    }

    private Path csv(String text) throws Exception {
        return Files.writeString(temp.resolve("list.csv"), text);
    }

    private void importDemo() throws Exception {
        Path file = csv(DemoData.members(new SplittableRandom(5), 60, List.of()));
        importing.preview(file);
        at.until(() -> importing.plan.get() != null);
        importing.importAll();
        at.until(() -> importing.imported.get() != null && model.shown.size() == 60);
    }

    @Test
    void aPreviewSaysWhatWouldHappenAndWritesNothing() throws Exception {
        importing.preview(csv("Emp ID,Last,First,Hired\n1,Reyes,Ana,2020-01-02\n2,Ruiz,Bo,soon\n"));
        at.until(() -> importing.plan.get() != null);
        assertThat(Objects.requireNonNull(importing.plan.get()).count(PlannedRow.Fate.NEW)).isOne();
        assertThat(importing.rows).extracting(ImportViewModel.Row::line).containsExactly(2, 3);
        assertThat(importing.rows.get(1).detail()).isEqualTo("Hired cannot hold this value");
        assertThat(model.isEmpty()).isTrue();
    }

    @Test
    void anImportIsOneBatchThatCanBeTakenBack() throws Exception {
        importDemo();
        assertThat(importing.done.get()).isEqualTo("Imported: 60 new, 0 changed.");
        importing.undo(Objects.requireNonNull(importing.imported.get()).id());
        at.until(() -> importing.done.get().equals("The import was undone."));
        assertThat(model.isEmpty()).isTrue();
        assertThat(importing.batches.getFirst().undone()).isTrue();
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() throws Exception {
        importing.preview(csv("a,b\n1,2\n"));
        at.until(() -> !importing.error.get().isEmpty());
        assertThat(importing.error.get()).contains("No column has a heading that is known");
        importing.preview(temp.resolve("none.csv"));
        at.until(() -> importing.error.get().startsWith("This file cannot be read"));
        assertThat(importing.busy.get()).isFalse();
    }

    @Test
    void searchingShowsThoseWhoHaveAllWords() throws Exception {
        importDemo();
        Worker first = model.shown.getFirst();
        model.filter.set(first.value(WorkerField.EMPLOYEE_NO));
        at.until(() -> model.shown.size() == 1);
        assertThat(model.count.get()).isEqualTo("1 of 60 people");
        model.filter.set("");
        assertThat(model.shown).hasSize(60);
    }

    @Test
    void anEditReplacesOnlyItsRowAndKeepsTheSelection() throws Exception {
        importDemo();
        Worker first = model.shown.getFirst();
        Worker second = model.shown.get(1);
        model.selected.set(first);
        assertThat(model.edit(first, WorkerField.SHIFT, "Weekend")).isEmpty();
        at.until(() -> model.shown.getFirst().value(WorkerField.SHIFT).equals("Weekend"));
        assertThat(model.shown.get(1)).isSameAs(second);
        assertThat(Objects.requireNonNull(model.selected.get()).id()).isEqualTo(first.id());
        at.session().undo(outcome -> {});
        at.until(() ->
                model.shown
                        .getFirst()
                        .value(WorkerField.SHIFT)
                        .equals(first.value(WorkerField.SHIFT)));
    }

    /// An undo that overtook its edit would take back what was done before: here, the import.
    @Test
    void anUndoThatComesBeforeTheEditIsWrittenTakesBackTheEdit() throws Exception {
        importDemo();
        Worker first = model.shown.getFirst();
        model.edit(first, WorkerField.SHIFT, "Weekend");
        List<Outcome> undone = new ArrayList<>();
        at.session().undo(undone::add);
        at.until(() -> !undone.isEmpty());
        assertThat(undone.getFirst()).isInstanceOf(Outcome.Done.class);
        assertThat(model.shown).hasSize(60);
        assertThat(model.shown.getFirst().value(WorkerField.SHIFT))
                .isEqualTo(first.value(WorkerField.SHIFT));
    }

    @Test
    void aValueThatTheFieldCannotHoldIsSaidAndNothingIsWritten() throws Exception {
        importDemo();
        Worker first = model.shown.getFirst();
        assertThat(model.edit(first, WorkerField.HIRE_DATE, "last year"))
                .isEqualTo("Hired needs a date such as 2026-11-23.");
        assertThat(model.edit(first, WorkerField.ASSESSMENT, "9")).contains("from 0");
        assertThat(model.edit(first, WorkerField.SHIFT, "x".repeat(5_000))).contains("too long");
        assertThat(at.session().undoable().get()).isTrue();
        assertThat(model.shown.getFirst()).isSameAs(first);
    }

    @Test
    void anExportHoldsWhatIsShown() throws Exception {
        importDemo();
        Path file = temp.resolve("out.csv");
        model.export(file);
        at.until(() -> at.said().stream().anyMatch(words -> words.contains("60 people exported")));
        assertThat(Files.readAllLines(file)).hasSize(61);
    }
}
