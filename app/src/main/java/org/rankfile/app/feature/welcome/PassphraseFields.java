// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;

/// The fields of a [NewPassphrase].
final class PassphraseFields {
    private final NewPassphrase model;
    private final Texts texts;

    PassphraseFields(NewPassphrase model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Node node() {
        PasswordField first = new PasswordField();
        first.setId("passphrase");
        first.textProperty().bindBidirectional(model.typed);
        PasswordField second = new PasswordField();
        second.setId("passphrase-again");
        second.textProperty().bindBidirectional(model.again);
        CheckBox acknowledged = new CheckBox(texts.get(WelcomeText.ACKNOWLEDGE));
        acknowledged.setId("acknowledged");
        acknowledged.setWrapText(true);
        acknowledged.selectedProperty().bindBidirectional(model.acknowledged);
        return Parts.column(
                new Field(texts.get(WelcomeText.PASSPHRASE), first).wrong(model.typedError),
                strength(),
                new Field(texts.get(WelcomeText.PASSPHRASE_AGAIN), second).wrong(model.againError),
                new Notice(Notice.Kind.WARNING, texts.get(WelcomeText.FORGOTTEN)),
                acknowledged,
                Notice.of(Notice.Kind.ERROR, model.acknowledgedError));
    }

    private Node strength() {
        ProgressBar bar = new ProgressBar(0);
        bar.getStyleClass().add("strength");
        bar.setAccessibleText(texts.get(WelcomeText.STRENGTH));
        Label words = Parts.quiet("");
        model.strength.subscribe(strength -> {
            bar.setProgress(strength.share());
            words.setText(texts.of(strength));
        });
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        HBox line = new HBox(bar, words);
        line.getStyleClass().add("beside");
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}
