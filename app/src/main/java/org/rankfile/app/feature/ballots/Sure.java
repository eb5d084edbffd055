// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;

/// A button for what cannot be taken back: it says so and asks once more before it does it.
final class Sure {
    private final VBox box;
    private final Notice question;
    private final FlowPane first;
    private final Button really;

    /// @param id of the first button; the second is called after it
    Sure(String id, BallotsText action, BallotsText warning, Texts texts) {
        Button ask = Parts.button(texts.get(action), this::ask);
        ask.setId(id);
        really = Parts.button(texts.get(action), () -> {});
        really.setId(id + "-really");
        Button no = Parts.button(texts.get(BallotsText.CANCEL), this::rest);
        question = new Notice(Notice.Kind.WARNING, texts.get(warning), really, no);
        first = Parts.row(ask);
        box = Parts.column(first, question);
        rest();
    }

    /// What it does in the end, and while what it cannot be used.
    void does(Runnable action, ObservableValue<Boolean> busy) {
        really.setOnAction(event -> {
            rest();
            action.run();
        });
        really.disableProperty().bind(busy);
    }

    private void ask() {
        Parts.show(first, false);
        Parts.show(question, true);
        really.requestFocus();
    }

    private void rest() {
        Parts.show(first, true);
        Parts.show(question, false);
    }

    Node node() {
        return box;
    }

    void show(boolean shown) {
        Parts.show(box, shown);
    }
}
