// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.ValueEditor;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The fields of a case but its statement and deadline, which have places of their own.
final class DetailsView {
    private static final List<GrievanceField> FIELDS =
            List.of(
                    GrievanceField.TITLE,
                    GrievanceField.STAGE,
                    GrievanceField.STATUS,
                    GrievanceField.CATEGORY,
                    GrievanceField.KIND,
                    GrievanceField.HANDLER,
                    GrievanceField.PRIORITY,
                    GrievanceField.GRIEVANTS,
                    GrievanceField.CLASS_DEFINITION,
                    GrievanceField.INCIDENT_DATE,
                    GrievanceField.KNOWLEDGE_DATE,
                    GrievanceField.CONTINUING,
                    GrievanceField.PLACE,
                    GrievanceField.SUPERVISOR,
                    GrievanceField.WITNESSES,
                    GrievanceField.ARTICLES,
                    GrievanceField.CATCH_ALL,
                    GrievanceField.REMEDY,
                    GrievanceField.CONFIDENTIALITY,
                    GrievanceField.NOTES);

    private final CaseViewModel model;
    private final Texts texts;
    private final Map<GrievanceField, ValueEditor> editors = new EnumMap<>(GrievanceField.class);

    DetailsView(CaseViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        VBox box = Parts.column();
        box.getStyleClass().add("fields");
        for (GrievanceField field : FIELDS) {
            ValueEditor editor = editor(field).keeping(value -> model.edit(field, value));
            editor.node().input().setId("case-" + field.key());
            editors.put(field, editor);
            box.getChildren().add(editor.node());
        }
        model.grievance.subscribe(this::show);
        model.beforeLeaving(() -> editors.values().forEach(ValueEditor::settle));
        return box;
    }

    private ValueEditor editor(GrievanceField field) {
        String label = texts.of(field);
        return switch (field.kind()) {
            case WORD ->
                    ValueEditor.word(
                            label,
                            field.words(),
                            word -> word.isEmpty() ? "" : texts.word(field, word));
            case LONG_TEXT -> ValueEditor.area(label);
            case SET -> ValueEditor.line(texts.get(GrievancesText.WITH_COMMAS, label));
            case DATE -> ValueEditor.line(texts.get(GrievancesText.AS_DATE, label));
            case TEXT, DEADLINE -> ValueEditor.line(label);
        };
    }

    private void show(@Nullable Grievance grievance) {
        if (grievance != null) {
            editors.forEach((field, editor) -> editor.show(grievance.value(field)));
        }
    }
}
