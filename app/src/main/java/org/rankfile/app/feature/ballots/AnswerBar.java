// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.rankfile.app.widget.Parts;

/// One answer of a result: its name, its number in words, and a bar as long as its part.
final class AnswerBar extends VBox {
    /// @param part from 0 to 1
    AnswerBar(String answer, String number, double part) {
        Label name = Parts.body(answer);
        Label figures = Parts.body(number);
        figures.setMinWidth(USE_PREF_SIZE);
        HBox words = Parts.ends(name, figures);
        words.setAlignment(Pos.BOTTOM_LEFT);
        Region filled = new Region();
        filled.getStyleClass().add("bar-filled");
        StackPane track = new StackPane(filled);
        track.getStyleClass().add("bar");
        track.setAlignment(Pos.CENTER_LEFT);
        track.setPrefWidth(0);
        filled.maxWidthProperty().bind(track.widthProperty().multiply(part));
        filled.setVisible(part > 0);
        getChildren().addAll(words, track);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(answer + ": " + number);
    }
}
