// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// One value of a record, edited in place: kept with Enter or when the focus goes elsewhere, put
/// back with Esc. What is wrong is said below it, and what was typed stays there.
public final class ValueEditor {
    private static final int ROWS = 4;

    private final Field field;
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty error = new SimpleStringProperty("");
    private Function<String, String> keep = value -> "";
    private String kept = "";

    private ValueEditor(String label, Control input) {
        field = new Field(label, input).wrong(error);
        input.focusedProperty()
                .subscribe((had, has) -> {
                    if (!has) {
                        settle();
                    }
                });
    }

    /// A text of one line.
    public static ValueEditor line(String label) {
        return text(label, new TextField());
    }

    /// A text of several lines.
    public static ValueEditor area(String label) {
        return text(label, Parts.area(ROWS));
    }

    private static ValueEditor text(String label, TextInputControl input) {
        ValueEditor editor = new ValueEditor(label, input);
        input.textProperty().bindBidirectional(editor.typed);
        input.addEventFilter(KeyEvent.KEY_PRESSED, editor::key);
        return editor;
    }

    /// One of a few words, or none.
    ///
    /// @param name what a word is called; given the empty text too
    public static ValueEditor word(
            String label, List<String> words, Function<String, String> name) {
        List<String> all = new ArrayList<>(words);
        all.addFirst("");
        ComboBox<String> box = Choice.of(all, name);
        ValueEditor editor = new ValueEditor(label, box);
        box.valueProperty().bindBidirectional(editor.typed);
        box.valueProperty().subscribe((before, now) -> editor.settle());
        return editor;
    }

    private void key(KeyEvent event) {
        boolean line = field.input() instanceof TextField;
        if (event.getCode() == KeyCode.ENTER && (line || event.isShortcutDown())) {
            settle();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !typed.get().equals(kept)) {
            typed.set(kept);
            error.set("");
            event.consume();
        }
    }

    /// What takes a value.
    ///
    /// @param keep returns what is wrong with it; empty if it was taken
    public ValueEditor keeping(Function<String, String> keep) {
        this.keep = keep;
        return this;
    }

    /// Shows the record's value, unless somebody is typing another one right now.
    public void show(String value) {
        boolean typing = field.input().isFocused() && !typed.get().equals(kept);
        kept = value;
        if (!typing) {
            typed.set(value);
            error.set("");
        }
    }

    /// Shows the value of another record; what was typed belonged to the one before.
    public void begin(String value) {
        kept = value;
        typed.set(value);
        error.set("");
    }

    /// Keeps what was typed, if it is another value.
    public void settle() {
        String value = typed.get() == null ? "" : typed.get();
        if (!value.strip().equals(kept)) {
            String wrong = keep.apply(value);
            error.set(wrong);
            if (wrong.isEmpty()) {
                kept = value.strip();
            }
        }
    }

    /// Label, input and error.
    public Field node() {
        return field;
    }
}
