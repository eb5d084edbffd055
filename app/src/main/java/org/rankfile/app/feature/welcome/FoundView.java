// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Start;

/// The form of founding.
public final class FoundView {
    private final FoundViewModel model;
    private final Texts texts;
    private final Runnable back;

    public FoundView(FoundViewModel model, Texts texts, Runnable back) {
        this.model = model;
        this.texts = texts;
        this.back = back;
    }

    /// The screen.
    public Parent node() {
        TextField local = new TextField();
        local.setId("local-name");
        local.setPromptText(texts.get(WelcomeText.LOCAL_EXAMPLE));
        local.textProperty().bindBidirectional(model.localName);
        TextField person = new TextField();
        person.setId("person-name");
        person.setPromptText(texts.get(WelcomeText.PERSON_EXAMPLE));
        person.textProperty().bindBidirectional(model.personName);
        Button found = Parts.main(Parts.button(texts.get(WelcomeText.FOUND_DO), model::found));
        found.setId("found-do");
        found.setDefaultButton(true);
        found.disableProperty().bind(model.busy);
        Button cancel = Parts.button(Icon.BACK, texts.get(WelcomeText.BACK), back);
        cancel.setCancelButton(true);
        cancel.disableProperty().bind(model.busy);
        return new Start(texts.get(WelcomeText.FOUND_TITLE), texts.get(WelcomeText.FOUND_LONG))
                .with(
                        Parts.card(
                                new Field(texts.get(WelcomeText.LOCAL_NAME), local)
                                        .wrong(model.localNameError),
                                new Field(texts.get(WelcomeText.PERSON_NAME), person)
                                        .wrong(model.personNameError),
                                new PassphraseFields(model.passphrase, texts).node(),
                                Notice.of(Notice.Kind.ERROR, model.error),
                                Notice.of(
                                        Notice.Kind.INFO,
                                        model.busy.map(busy ->
                                                busy ? texts.get(WelcomeText.FOUNDING) : "")),
                                Parts.row(found, cancel)));
    }
}
