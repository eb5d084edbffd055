// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Em;
import org.rankfile.domain.csv.Fold;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.util.Comparator;
import java.util.List;

/// The member list as a table; only the rows in view have nodes.
final class MemberTableView {
    private static final double LEAST_EMS = 7.5;
    private static final double EMS_PER_LETTER = 0.6;
    private static final double PADDING_EMS = 1.5;

    private static final List<WorkerField> COLUMNS =
            List.of(
                    WorkerField.LAST_NAME,
                    WorkerField.FIRST_NAME,
                    WorkerField.EMPLOYEE_NO,
                    WorkerField.JOB_TITLE,
                    WorkerField.DEPARTMENT,
                    WorkerField.SHIFT,
                    WorkerField.MEMBERSHIP_STATUS,
                    WorkerField.STATUS,
                    WorkerField.ASSESSMENT);

    private final MembersViewModel model;
    private final Texts texts;
    private final Em em = new Em();
    private final TableView<Worker> table = new TableView<>();

    MemberTableView(MembersViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        SortedList<Worker> sorted = new SortedList<>(model.shown);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setId("members-table");
        table.setEditable(true);
        table.setAccessibleText(texts.get(MembersText.TITLE));
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setRowFactory(any -> new MemberRowView(model));
        table.setPlaceholder(org.rankfile.app.widget.Parts.quiet(texts.get(MembersText.NOBODY)));
        COLUMNS.forEach(field -> table.getColumns().add(column(field)));
        em.widths(table, COLUMNS.stream().map(field -> ems(texts.of(field))).toList());
        table.focusedProperty().subscribe(this::startAtFirstColumn);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(worker -> {
                    if (worker != null) {
                        model.selected.set(worker);
                    }
                });
    }

    /// Room for a usual value, and for the heading in any language.
    private static double ems(String heading) {
        return Math.max(LEAST_EMS, EMS_PER_LETTER * heading.length() + PADDING_EMS);
    }

    /// Belongs beside the table.
    Em em() {
        return em;
    }

    /// Coming from the keyboard, F2 edits the first column; by itself it would be the last.
    private void startAtFirstColumn(boolean focused) {
        if (focused && table.getSelectionModel().getSelectedCells().isEmpty()) {
            table.getSelectionModel().select(0, table.getColumns().getFirst());
        }
    }

    private TableColumn<Worker, String> column(WorkerField field) {
        String name = texts.of(field);
        TableColumn<Worker, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().value(field)));
        column.setCellFactory(any -> new EditCell(model, field, name));
        column.setComparator(Comparator.comparing(Fold::text));
        column.getStyleClass().add("column-" + field.column());
        return column;
    }

    TableView<Worker> node() {
        return table;
    }
}
