// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.unlock;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Start;

/// The screen of a locked home. It says nothing about what is behind it.
public final class UnlockView {
    private final UnlockViewModel model;
    private final Texts texts;
    private final Runnable elsewhere;

    /// @param elsewhere leads to the demo and to other homes
    public UnlockView(UnlockViewModel model, Texts texts, Runnable elsewhere) {
        this.model = model;
        this.texts = texts;
        this.elsewhere = elsewhere;
    }

    /// The screen.
    ///
    /// @param hint what to say first, such as why it was locked; may be empty
    public Parent node(String hint) {
        PasswordField passphrase = new PasswordField();
        passphrase.setId("unlock-passphrase");
        passphrase.textProperty().bindBidirectional(model.passphrase);
        passphrase.disableProperty().bind(model.busy);
        model.busy.subscribe(busy -> {
            if (!busy) {
                Platform.runLater(passphrase::requestFocus);
            }
        });
        Button unlock = Parts.main(Parts.button(texts.get(UnlockText.UNLOCK), model::open));
        unlock.setId("unlock");
        unlock.setDefaultButton(true);
        unlock.disableProperty().bind(model.busy);
        Button other = Parts.button(texts.get(UnlockText.ELSEWHERE), elsewhere);
        other.setId("elsewhere");
        other.getStyleClass().add("flat");
        other.disableProperty().bind(model.busy);
        Start start = new Start(texts.get(UnlockText.TITLE), texts.get(UnlockText.SUBTITLE));
        if (!hint.isEmpty()) {
            start.with(new Notice(Notice.Kind.INFO, hint));
        }
        return start.with(
                Parts.card(
                        new Field(texts.get(UnlockText.PASSPHRASE), passphrase).wrong(model.error),
                        Notice.of(
                                Notice.Kind.INFO,
                                model.busy.map(
                                        busy -> busy ? texts.get(UnlockText.UNLOCKING) : "")),
                        Parts.row(unlock, other)));
    }
}
