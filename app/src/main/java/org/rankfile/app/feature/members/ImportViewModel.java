// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Running;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.event.Batch;
import org.rankfile.domain.record.BatchView;
import org.rankfile.domain.roster.ImportPlan;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.domain.roster.PlannedRow;
import org.rankfile.domain.roster.RefusedRow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// An import in three steps: what the file would do, doing it, taking it back.
public final class ImportViewModel {
    final ObjectProperty<@Nullable ImportPlan> plan = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Batch> imported = new SimpleObjectProperty<>();
    final ObservableList<Row> rows = FXCollections.observableArrayList();
    final ObservableList<BatchView> batches = FXCollections.observableArrayList();
    final StringProperty fileName = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final StringProperty done = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();

    private final Workplace workplace;
    private final Texts texts;
    private final MemberWords words;
    private Running reading = () -> {};

    /// One line of the preview.
    ///
    /// @param fate what becomes of it, in words
    /// @param detail what is written, or why not
    record Row(int line, String fate, String detail) {}

    /// What reading a file came to.
    private sealed interface FileRead {
        record Table(MemberTable table) implements FileRead {}

        record Refused(FileRefused why) implements FileRead {}
    }

    ImportViewModel(Workplace workplace) {
        this.workplace = workplace;
        texts = workplace.texts();
        words = new MemberWords(texts);
        workplace.session().snapshot().subscribe(now -> batches.setAll(now.batches()));
    }

    /// Reads a file and says what importing it would do. Changes nothing.
    void preview(Path file) {
        reading.cancel();
        clear();
        busy.set(true);
        Path name = file.getFileName();
        fileName.set(name == null ? "" : name.toString());
        reading =
                workplace
                        .session()
                        .tasks()
                        .start(
                                IOException.class,
                                () -> read(file),
                                new Tasks.Ends<>(
                                        this::planned,
                                        refused -> {
                                            busy.set(false);
                                            error.set(texts.get(MembersText.FILE_UNREADABLE));
                                        }));
    }

    private static FileRead read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileRead.Table(MemberFile.read(in));
        } catch (FileRefused refused) {
            return new FileRead.Refused(refused);
        }
    }

    private void clear() {
        plan.set(null);
        imported.set(null);
        rows.clear();
        error.set("");
        done.set("");
    }

    private void planned(FileRead read) {
        switch (read) {
            case FileRead.Refused(FileRefused why) -> {
                busy.set(false);
                error.set(texts.of(why.fault()));
            }
            case FileRead.Table(MemberTable table) -> submit(table, true);
        }
    }

    /// Imports what was previewed, as one batch.
    void importAll() {
        ImportPlan previewed = plan.get();
        if (previewed != null && !busy.get()) {
            busy.set(true);
            submit(previewed.table(), false);
        }
    }

    private void submit(MemberTable table, boolean dryRun) {
        workplace
                .session()
                .submit(
                        new Command.ImportMembers(table, fileName.get(), dryRun),
                        outcome -> {
                            busy.set(false);
                            show(outcome, dryRun);
                        });
    }

    private void show(Outcome outcome, boolean dryRun) {
        switch (outcome) {
            case Outcome.Imported(ImportPlan made, Optional<Batch> batch) -> {
                plan.set(made);
                rows.setAll(rows(made));
                imported.set(batch.orElse(null));
                if (!dryRun) {
                    done.set(
                            texts.get(
                                    MembersText.IMPORTED,
                                    made.count(PlannedRow.Fate.NEW),
                                    made.count(PlannedRow.Fate.CHANGED)));
                }
            }
            case Outcome.Refused refused -> error.set(texts.of(refused.why()));
            case Outcome.Done _ -> throw new IllegalStateException("an import has a plan");
        }
    }

    private List<Row> rows(ImportPlan made) {
        List<Row> all = new ArrayList<>();
        for (PlannedRow row : made.rows()) {
            if (row.fate() != PlannedRow.Fate.UNCHANGED) {
                all.add(new Row(row.line(), texts.of(row.fate()), detail(row)));
            }
        }
        for (RefusedRow row : made.conflicts()) {
            all.add(new Row(row.line(), texts.get(MembersText.CONFLICT), reason(row)));
        }
        for (RefusedRow row : made.table().refused()) {
            all.add(new Row(row.line(), texts.get(MembersText.REFUSED), reason(row)));
        }
        all.sort(Comparator.comparingInt(Row::line));
        return all;
    }

    private String detail(PlannedRow row) {
        return row.fields().entrySet().stream()
                .map(each ->
                        words.field(each.getKey())
                                + ": "
                                + words.value(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String reason(RefusedRow row) {
        String about = row.argument();
        return texts.of(row.reason(), words.field(about));
    }

    /// Takes an import back; later changes stay.
    void undo(String batch) {
        workplace
                .session()
                .submit(
                        new Command.UndoImport(batch),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var record, var ops, var kept) -> {
                                    clear();
                                    done.set(texts.get(MembersText.IMPORT_UNDONE, kept.size()));
                                }
                                case Outcome.Refused refused -> error.set(texts.of(refused.why()));
                                case Outcome.Imported _ ->
                                        throw new IllegalStateException("undone, not imported");
                            }
                        });
    }

    /// Stops reading.
    void cancel() {
        reading.cancel();
        busy.set(false);
    }
}
