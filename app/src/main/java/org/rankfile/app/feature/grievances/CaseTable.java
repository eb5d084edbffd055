// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Em;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The cases as a table. Enter or a double click opens one.
final class CaseTable {
    /// The least width of each column, in em.
    private static final List<Double> EMS = List.of(12.0, 5.5, 18.0, 6.0, 6.0, 6.5);

    private final GrievancesViewModel model;
    private final Texts texts;
    private final Em em = new Em();
    private final TableView<Grievance> table;
    private final Consumer<Grievance> open;

    CaseTable(GrievancesViewModel model, Texts texts, Consumer<Grievance> open) {
        this.model = model;
        this.texts = texts;
        this.open = open;
        table = new TableView<>(model.shown);
        table.setId("cases");
        table.setAccessibleText(texts.get(GrievancesText.TITLE));
        table.setPlaceholder(Parts.quiet(texts.get(GrievancesText.NOTHING_FOUND)));
        table.getColumns().add(deadline());
        table.getColumns().add(column(GrievancesText.NUMBER, Grievance::number, "number"));
        table.getColumns().add(title());
        table.getColumns().add(column(GrievanceField.STAGE));
        table.getColumns().add(column(GrievanceField.HANDLER));
        table.getColumns().add(column(GrievanceField.STATUS));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.widthProperty().subscribe(this::arrange);
        em.widths(table, EMS);
        em.onChange(this::arrange);
        table.setRowFactory(any -> row());
        table.setOnKeyPressed(event -> {
            Grievance chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen);
                event.consume();
            }
        });
    }

    /// Fills the width; where that is too little for the columns, they keep theirs and scroll.
    private void arrange() {
        boolean narrow = table.getWidth() < em.pixels(EMS.stream().mapToDouble(each -> each).sum());
        table.setColumnResizePolicy(
                narrow
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    private TableRow<Grievance> row() {
        TableRow<Grievance> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<Grievance, Grievance> deadline() {
        TableColumn<Grievance, Grievance> column =
                new TableColumn<>(texts.of(GrievanceField.NEXT_DEADLINE));
        column.getStyleClass().add("column-deadline");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any ->
                new NodeCell(
                        grievance -> new DeadlineSign(texts, model.today()).node(grievance),
                        grievance -> new DeadlineSign(texts, model.today()).words(grievance)));
        return column;
    }

    private TableColumn<Grievance, Grievance> title() {
        TableColumn<Grievance, Grievance> column =
                new TableColumn<>(texts.of(GrievanceField.TITLE));
        column.getStyleClass().add("column-title");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(any -> new NodeCell(this::titleNode, this::titleWords));
        return column;
    }

    private String titleWords(Grievance grievance) {
        String title = grievance.value(GrievanceField.TITLE);
        return grievance.open().isEmpty()
                ? title
                : title + ". " + texts.get(GrievancesText.TWO_CHANGED_SHORT);
    }

    private Node titleNode(Grievance grievance) {
        javafx.scene.control.Label title =
                new javafx.scene.control.Label(grievance.value(GrievanceField.TITLE));
        if (grievance.open().isEmpty()) {
            return title;
        }
        javafx.scene.control.Label forked =
                new javafx.scene.control.Label(texts.get(GrievancesText.TWO_CHANGED_SHORT));
        return new javafx.scene.layout.VBox(title, Parts.beside(Icon.FORK, forked));
    }

    private TableColumn<Grievance, String> column(GrievanceField field) {
        return named(texts.of(field), g -> texts.word(field, g.value(field)), field.key());
    }

    private TableColumn<Grievance, String> column(
            GrievancesText title, Function<Grievance, String> value, String style) {
        return named(texts.get(title), value, style);
    }

    private TableColumn<Grievance, String> named(
            String title, Function<Grievance, String> value, String style) {
        TableColumn<Grievance, String> column = new TableColumn<>(title);
        column.getStyleClass().add("column-" + style);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    TableView<Grievance> node() {
        return table;
    }

    /// Belongs beside the table.
    Em em() {
        return em;
    }

    /// A cell with a node, and words for those who hear it.
    private static final class NodeCell extends TableCell<Grievance, Grievance> {
        private final Function<Grievance, Node> node;
        private final Function<Grievance, String> words;

        NodeCell(Function<Grievance, Node> node, Function<Grievance, String> words) {
            this.node = node;
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Grievance grievance, boolean empty) {
            super.updateItem(grievance, empty);
            setGraphic(empty || grievance == null ? null : node.apply(grievance));
            setAccessibleText(empty || grievance == null ? "" : words.apply(grievance));
        }
    }
}
