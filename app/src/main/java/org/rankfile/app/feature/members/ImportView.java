// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Em;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.record.BatchView;
import org.rankfile.domain.roster.ImportPlan;
import org.rankfile.domain.roster.PlannedRow;

import java.util.List;
import java.util.function.Function;

/// The page of an import.
final class ImportView {
    /// The least width of each column, in em.
    private static final List<Double> EMS = List.of(5.0, 9.0, 46.0);

    private final ImportViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;

    ImportView(ImportViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        this.back = back;
    }

    Parent node() {
        Button choose =
                Parts.button(
                        Icon.IN,
                        texts.get(MembersText.CHOOSE_FILE),
                        () ->
                                workplace
                                        .files()
                                        .open(texts.get(MembersText.CHOOSE_FILE), "csv")
                                        .ifPresent(model::preview));
        choose.setId("choose-file");
        choose.disableProperty().bind(model.busy);
        ProgressBar running = new ProgressBar();
        running.setAccessibleText(texts.get(MembersText.READING));
        Button stop = Parts.button(texts.get(MembersText.CANCEL), model::cancel);
        FlowPane progress = Parts.row(running, Parts.quiet(texts.get(MembersText.READING)), stop);
        model.busy.subscribe(busy -> Parts.show(progress, busy));
        VBox body =
                Parts.column(
                        Parts.row(choose),
                        progress,
                        Notice.of(Notice.Kind.ERROR, model.error),
                        done(),
                        preview(),
                        batches());
        return new Page(texts.get(MembersText.IMPORT_TITLE))
                .back(texts.get(MembersText.BACK), back)
                .saying(Parts.quiet(texts.get(MembersText.IMPORT_BODY)))
                .scrolled(body);
    }

    private Node done() {
        Button undo =
                Parts.button(
                        Icon.UNDO,
                        texts.get(MembersText.UNDO_IMPORT),
                        () -> {
                            var batch = model.imported.get();
                            if (batch != null) {
                                model.undo(batch.id());
                            }
                        });
        undo.setId("undo-import");
        model.imported.subscribe(batch -> Parts.show(undo, batch != null));
        VBox box = Parts.column(Notice.of(Notice.Kind.DONE, model.done), Parts.row(undo));
        model.done.subscribe(text -> Parts.show(box, !text.isEmpty()));
        return box;
    }

    private Node preview() {
        VBox counts = Parts.column();
        Button go = Parts.main(Parts.button(texts.get(MembersText.IMPORT_GO), model::importAll));
        go.setId("import-go");
        go.disableProperty().bind(model.busy);
        TableView<ImportViewModel.Row> table = new TableView<>(model.rows);
        table.setId("import-rows");
        table.setAccessibleText(texts.get(MembersText.PREVIEW));
        table.getColumns().add(column(MembersText.LINE, row -> String.valueOf(row.line())));
        table.getColumns().add(column(MembersText.FATE, ImportViewModel.Row::fate));
        table.getColumns().add(column(MembersText.DETAIL, ImportViewModel.Row::detail));
        Em em = new Em();
        em.widths(table, EMS);
        table.setPlaceholder(Parts.quiet(texts.get(MembersText.NOTHING_NEW)));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box =
                Parts.column(
                        Parts.heading(texts.get(MembersText.PREVIEW)),
                        counts,
                        Parts.row(go),
                        em,
                        table);
        model.plan.subscribe(plan -> {
            Parts.show(box, plan != null);
            counts.getChildren().setAll(counts(plan));
        });
        model.imported.subscribe(batch -> Parts.show(go, batch == null));
        return box;
    }

    private Node counts(@Nullable ImportPlan plan) {
        if (plan == null) {
            return Parts.column();
        }
        FlowPane row =
                Parts.row(
                        count(MembersText.COUNT_NEW, plan.count(PlannedRow.Fate.NEW)),
                        count(MembersText.COUNT_CHANGED, plan.count(PlannedRow.Fate.CHANGED)),
                        count(MembersText.COUNT_UNCHANGED, plan.count(PlannedRow.Fate.UNCHANGED)),
                        count(MembersText.COUNT_CONFLICT, plan.conflicts().size()),
                        count(MembersText.COUNT_REFUSED, plan.table().refused().size()));
        VBox box = Parts.column(row);
        if (!plan.table().ignoredColumns().isEmpty()) {
            String ignored = String.join(", ", plan.table().ignoredColumns());
            box.getChildren().add(Parts.quiet(texts.get(MembersText.IGNORED, ignored)));
        }
        if (plan.table().encoding().equals("windows-1252")) {
            box.getChildren()
                    .add(new Notice(Notice.Kind.WARNING, texts.get(MembersText.GUESSED_ENCODING)));
        }
        return box;
    }

    private Node count(MembersText what, int number) {
        VBox box =
                new VBox(Parts.heading(String.format("%,d", number)), Parts.quiet(texts.get(what)));
        box.getStyleClass().add("count");
        return box;
    }

    private TableColumn<ImportViewModel.Row, String> column(
            MembersText title, Function<ImportViewModel.Row, String> value) {
        TableColumn<ImportViewModel.Row, String> column = new TableColumn<>(texts.get(title));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private Node batches() {
        VBox list = Parts.column();
        VBox box = Parts.column(Parts.heading(texts.get(MembersText.EARLIER)), list);
        Runnable show =
                () -> {
                    list.getChildren().setAll(model.batches.stream().map(this::batch).toList());
                    Parts.show(box, !model.batches.isEmpty());
                };
        model.batches.subscribe(show);
        show.run();
        return box;
    }

    private Node batch(BatchView batch) {
        String who = workplace.session().nameOf(batch.stamp().author());
        java.time.Instant at = java.time.Instant.ofEpochMilli(batch.stamp().time().millis());
        String words =
                texts.get(
                        MembersText.BATCH,
                        batch.batch().name(),
                        batch.records(),
                        who,
                        texts.moment(at, workplace.session().home().zone()));
        if (batch.undone()) {
            return Parts.quiet(texts.get(MembersText.BATCH_UNDONE, words));
        }
        Button undo =
                Parts.button(
                        texts.get(MembersText.UNDO_IMPORT), () -> model.undo(batch.batch().id()));
        undo.setAccessibleText(texts.get(MembersText.UNDO_IMPORT) + ": " + batch.batch().name());
        return Parts.ends(Parts.body(words), undo);
    }
}
