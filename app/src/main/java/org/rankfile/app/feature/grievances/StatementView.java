// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;

import java.util.ArrayList;
import java.util.List;

/// The statement of a case: read, with what the summary quotes marked; or written.
final class StatementView {
    private static final int ROWS = 10;

    private final CaseViewModel model;
    private final Texts texts;
    private final MarkedText marked = new MarkedText();
    private final TextArea area = Parts.area(ROWS);
    private final javafx.beans.property.StringProperty wrong =
            new javafx.beans.property.SimpleStringProperty("");
    private final VBox reading;
    private final VBox writing;
    private boolean editing;

    StatementView(CaseViewModel model, Workplace workplace) {
        this.model = model;
        texts = workplace.texts();
        reading = reading();
        writing = writing();
        edit(false);
        model.grievance.subscribe(this::show);
        model.summary.made.subscribe(made -> show(model.grievance.get()));
        model.beforeLeaving(() -> {
            if (editing) {
                keep();
            }
        });
    }

    private VBox reading() {
        Button edit = Parts.button(texts.get(GrievancesText.EDIT), () -> edit(true));
        edit.setId("edit-statement");
        ScrollPane scroll = Parts.scrolling(marked);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(texts.get(GrievancesText.STATEMENT_NAME));
        scroll.getStyleClass().add("paper");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return Parts.column(
                Parts.ends(Parts.heading(texts.get(GrievancesText.STATEMENT_NAME)), edit), scroll);
    }

    private VBox writing() {
        area.setId("statement-area");
        Button keep = Parts.main(Parts.button(texts.get(GrievancesText.KEEP), this::keep));
        keep.setId("keep-statement");
        Button cancel = Parts.button(texts.get(GrievancesText.CANCEL), () -> edit(false));
        Field field = new Field(texts.get(GrievancesText.STATEMENT_NAME), area).wrong(wrong);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(field, Priority.ALWAYS);
        return Parts.column(field, Parts.row(keep, cancel));
    }

    private void edit(boolean on) {
        editing = on;
        Parts.show(reading, !on);
        Parts.show(writing, on);
        wrong.set("");
        Grievance grievance = model.grievance.get();
        if (on && grievance != null) {
            area.setText(grievance.value(GrievanceField.STATEMENT));
            area.requestFocus();
        }
    }

    private void keep() {
        wrong.set(model.edit(GrievanceField.STATEMENT, area.getText()));
        if (wrong.get().isEmpty()) {
            edit(false);
        }
    }

    private void show(@Nullable Grievance grievance) {
        if (grievance == null) {
            return;
        }
        String text = grievance.value(GrievanceField.STATEMENT);
        model.summary.follow(text);
        SummaryViewModel.Made made = model.summary.made.get();
        List<MarkedText.Span> spans = new ArrayList<>();
        if (made != null) {
            made.summary()
                    .sentences()
                    .forEach(quote -> spans.add(new MarkedText.Span(quote.start(), quote.end())));
        }
        marked.show(text, spans);
    }

    Node node() {
        VBox box = new VBox(reading, writing);
        VBox.setVgrow(reading, Priority.ALWAYS);
        VBox.setVgrow(writing, Priority.ALWAYS);
        box.getStyleClass().add("side-left");
        return box;
    }
}
