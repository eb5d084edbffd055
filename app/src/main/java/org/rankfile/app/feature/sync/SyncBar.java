// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.sync;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;

/// The line at the foot of the window: where synchronisation stands, and *Connect*.
public final class SyncBar {
    private final SyncViewModel model;
    private final Texts texts;

    public SyncBar(SyncViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /// The line.
    public Parent node() {
        Label words = new Label();
        words.setId("sync-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.words);
        Label missing = Parts.quiet("");
        missing.textProperty().bind(model.missing);
        model.missing.subscribe(text -> Parts.show(missing, !text.isEmpty()));
        VBox said = new VBox(words, missing);
        said.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(said, javafx.scene.layout.Priority.ALWAYS);
        Button toggle = Parts.button("", model::toggle);
        toggle.setId("connect");
        toggle.disableProperty().bind(model.busy);
        model.connected.subscribe(
                on -> toggle.setText(texts.get(on ? SyncText.DISCONNECT : SyncText.CONNECT)));
        HBox line = new HBox(said, toggle);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("sync-line");
        model.sign.subscribe(sign -> {
            if (line.getChildren().size() > 2) {
                line.getChildren().removeFirst();
            }
            line.getChildren().addFirst(icon(sign).node());
        });
        return new VBox(Notice.of(Notice.Kind.ERROR, model.error), line);
    }

    private static Icon icon(SyncViewModel.Sign sign) {
        return switch (sign) {
            case OFFLINE, ALONE -> Icon.APART;
            case COMPARING -> Icon.CLOCK;
            case IN_SYNC -> Icon.LINKED;
            case FAILED -> Icon.WARNING;
        };
    }
}
