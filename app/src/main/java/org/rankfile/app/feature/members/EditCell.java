// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

/// A cell that is edited in place: Enter keeps, Esc drops, and going elsewhere keeps too.
final class EditCell extends TableCell<Worker, String> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final MembersViewModel model;
    private final WorkerField field;
    private final String fieldName;
    private final StringProperty error;
    private @Nullable TextField input;

    EditCell(MembersViewModel model, WorkerField field, String fieldName) {
        this.model = model;
        this.field = field;
        this.fieldName = fieldName;
        error = model.error;
    }

    @Override
    protected void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        if (!isEditing()) {
            setText(empty || value == null ? "" : value);
            setGraphic(null);
            setAccessibleText(empty || value == null ? "" : fieldName + ": " + value);
        }
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        TextField fresh = new TextField(getItem());
        fresh.setAccessibleText(fieldName);
        fresh.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        fresh.focusedProperty()
                .subscribe((had, has) -> {
                    if (had && !has && isEditing()) {
                        keep();
                        cancelEdit();
                    }
                });
        input = fresh;
        setText("");
        setGraphic(fresh);
        fresh.selectAll();
        fresh.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (keep()) {
                cancelEdit();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            input = null;
            error.set("");
            cancelEdit();
            event.consume();
        }
    }

    /// Whether what was typed could be kept.
    private boolean keep() {
        TextField typed = input;
        Worker worker = getTableRow().getItem();
        if (typed == null || worker == null || typed.getText().equals(worker.value(field))) {
            return true;
        }
        String wrong = model.edit(worker, field, typed.getText());
        error.set(wrong);
        typed.pseudoClassStateChanged(WRONG, !wrong.isEmpty());
        return wrong.isEmpty();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        input = null;
        setGraphic(null);
        setText(getItem());
        getTableView().requestFocus();
    }
}
