// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.EmptyState;
import org.rankfile.app.widget.HistoryList;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Readers;
import org.rankfile.app.widget.ValueEditor;
import org.rankfile.domain.roster.ValueKind;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// One worker at the right: every field, the history, and who can read this.
final class ProfileView {
    private static final Map<MembersText, List<WorkerField>> GROUPS = groups();

    private final MembersViewModel model;
    private final Texts texts;
    private final Map<WorkerField, ValueEditor> editors = new EnumMap<>(WorkerField.class);
    private final HistoryList history;
    private final Readers readers;
    private final Label name = Parts.heading("");
    private final VBox filled;
    private final VBox all;
    private @Nullable Worker current;

    ProfileView(MembersViewModel model, Workplace workplace) {
        this.model = model;
        texts = workplace.texts();
        history = new HistoryList(workplace, new MemberWords(texts));
        readers = new Readers(workplace);
        filled = Parts.column(name);
        GROUPS.forEach((title, fields) -> filled.getChildren().add(group(title, fields)));
        filled.getChildren()
                .addAll(
                        section(MembersText.HISTORY, history.node()),
                        section(MembersText.READERS, readers.node()));
        filled.setId("profile");
        EmptyState nobody =
                new EmptyState(
                        Icon.PEOPLE,
                        texts.get(MembersText.PROFILE_EMPTY),
                        texts.get(MembersText.PROFILE_EMPTY_BODY));
        all = new VBox(nobody, filled);
        all.getStyleClass().add("side");
        model.selected.subscribe(worker -> {
            Parts.show(nobody, worker == null);
            Parts.show(filled, worker != null);
            show(worker);
        });
        workplace.session().beforeClosing(this::settle);
    }

    private static Map<MembersText, List<WorkerField>> groups() {
        Map<MembersText, List<WorkerField>> groups = new EnumMap<>(MembersText.class);
        groups.put(
                MembersText.GROUP_NAME,
                List.of(
                        WorkerField.FIRST_NAME,
                        WorkerField.GOES_BY,
                        WorkerField.LAST_NAME,
                        WorkerField.PRONOUNS,
                        WorkerField.LANGUAGE));
        groups.put(
                MembersText.GROUP_WORK,
                List.of(
                        WorkerField.EMPLOYEE_NO,
                        WorkerField.JOB_TITLE,
                        WorkerField.DEPARTMENT,
                        WorkerField.SHIFT,
                        WorkerField.LOCATION,
                        WorkerField.UNIT,
                        WorkerField.STATUS,
                        WorkerField.SUPERVISOR,
                        WorkerField.SHIFT_PATTERN,
                        WorkerField.HIRE_DATE,
                        WorkerField.SENIORITY_DATE));
        groups.put(
                MembersText.GROUP_UNION,
                List.of(
                        WorkerField.MEMBERSHIP_STATUS,
                        WorkerField.MEMBER_NO,
                        WorkerField.EXTERNAL_ID,
                        WorkerField.STEWARD,
                        WorkerField.ASSESSMENT,
                        WorkerField.ASSESSMENT_BASIS,
                        WorkerField.ASSESSMENT_DATE,
                        WorkerField.NOTES));
        groups.put(
                MembersText.GROUP_CONTACT,
                List.of(
                        WorkerField.PHONE_CELL,
                        WorkerField.TEXT_OK,
                        WorkerField.PHONE_HOME,
                        WorkerField.EMAIL_PERSONAL,
                        WorkerField.ADDRESS1,
                        WorkerField.CITY,
                        WorkerField.STATE,
                        WorkerField.POSTCODE));
        return groups;
    }

    private Node group(MembersText title, List<WorkerField> fields) {
        VBox box = Parts.column();
        box.getStyleClass().add("fields");
        for (WorkerField field : fields) {
            ValueEditor editor = editor(field);
            editor.node().input().setId("profile-" + field.column());
            editor.keeping(value -> {
                Worker worker = current;
                return worker == null ? "" : model.edit(worker, field, value);
            });
            editors.put(field, editor);
            box.getChildren().add(editor.node());
        }
        return section(title, box);
    }

    private ValueEditor editor(WorkerField field) {
        String label = texts.of(field);
        ValueKind kind = field.kind();
        return switch (kind) {
            case LONG_TEXT -> ValueEditor.area(label);
            case YES_NO ->
                    ValueEditor.word(label, List.of("Y", "N"), word -> texts.word(kind, word));
            case ASSESSMENT ->
                    ValueEditor.word(
                            label,
                            List.of("0", "1", "2", "3", "4", "5"),
                            word -> texts.word(kind, word));
            case TEXT, LANGUAGE, DATE -> ValueEditor.line(label);
        };
    }

    private Node section(MembersText title, Node content) {
        TitledPane pane = new TitledPane(texts.get(title), content);
        pane.setAnimated(false);
        boolean open = title == MembersText.GROUP_NAME || title == MembersText.GROUP_WORK;
        pane.setExpanded(open);
        return pane;
    }

    private void show(@Nullable Worker worker) {
        Worker before = current;
        if (before != null && (worker == null || !worker.id().equals(before.id()))) {
            settle();
        }
        current = worker;
        if (worker == null) {
            return;
        }
        boolean same = before != null && before.id().equals(worker.id());
        name.setText(worker.name());
        editors.forEach((field, editor) -> {
            if (same) {
                editor.show(worker.value(field));
            } else {
                editor.begin(worker.value(field));
            }
        });
        history.show(worker.record().key());
        readers.show();
    }

    private void settle() {
        if (current != null) {
            editors.values().forEach(ValueEditor::settle);
        }
    }

    Node node() {
        return Parts.scrolling(all);
    }
}
