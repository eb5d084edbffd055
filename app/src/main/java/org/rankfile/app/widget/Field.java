// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.widget;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A labelled input with room for what is wrong with it, right below it and in words.
public final class Field extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final Control input;
    private final Label label;
    private final Label error = new Label();

    /// @param text what the input is for; `_` marks its mnemonic
    public Field(String text, Control input) {
        this.input = input;
        label = new Label(text);
        label.setMnemonicParsing(true);
        label.setLabelFor(input);
        label.setWrapText(true);
        label.getStyleClass().add("field-label");
        input.setAccessibleText(text.replace("_", ""));
        input.setMaxWidth(Double.MAX_VALUE);
        error.setWrapText(true);
        error.setMinHeight(USE_PREF_SIZE);
        HBox line = Parts.beside(Icon.WARNING, error);
        line.getStyleClass().add("field-error");
        Parts.show(line, false);
        error.textProperty()
                .subscribe(message -> {
                    Parts.show(line, !message.isEmpty());
                    input.pseudoClassStateChanged(WRONG, !message.isEmpty());
                    input.setAccessibleHelp(message);
                });
        getStyleClass().add("field");
        getChildren().addAll(label, input, line);
    }

    /// Shows what this property says is wrong; nothing where it is empty.
    public Field wrong(StringProperty message) {
        error.textProperty().bind(message);
        return this;
    }

    /// The input.
    public Control input() {
        return input;
    }
}
