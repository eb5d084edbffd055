// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.Start;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// The form of joining, and the words to read out while it waits.
public final class JoinView {
    private static final int ROWS = 3;

    private final JoinViewModel model;
    private final Texts texts;
    private final Runnable back;
    private final Supplier<Optional<Path>> chooseFile;

    /// @param chooseFile asks for a file
    public JoinView(
            JoinViewModel model, Texts texts, Runnable back, Supplier<Optional<Path>> chooseFile) {
        this.model = model;
        this.texts = texts;
        this.back = back;
        this.chooseFile = chooseFile;
    }

    /// The screen.
    public Parent node() {
        VBox form = form();
        VBox waiting = waiting();
        model.busy.subscribe(busy -> {
            Parts.show(form, !busy);
            Parts.show(waiting, busy);
        });
        return new Start(texts.get(WelcomeText.JOIN_TITLE), texts.get(WelcomeText.JOIN_LONG))
                .with(form, waiting);
    }

    private VBox form() {
        TextArea invitation = Parts.area(ROWS);
        invitation.setId("invitation");
        invitation.textProperty().bindBidirectional(model.invitation);
        TextField person = new TextField();
        person.setId("person-name");
        person.setPromptText(texts.get(WelcomeText.PERSON_EXAMPLE));
        person.textProperty().bindBidirectional(model.personName);
        Button join = Parts.main(Parts.button(texts.get(WelcomeText.JOIN_DO), model::join));
        join.setId("join-do");
        join.setDefaultButton(true);
        Button cancel = Parts.button(Icon.BACK, texts.get(WelcomeText.BACK), back);
        Button open =
                Parts.button(
                        Icon.IN,
                        texts.get(WelcomeText.OPEN_FILE),
                        () -> chooseFile.get().ifPresent(model::read));
        return Parts.card(
                new Field(texts.get(WelcomeText.INVITATION), invitation)
                        .wrong(model.invitationError),
                open,
                new Field(texts.get(WelcomeText.PERSON_NAME), person).wrong(model.personNameError),
                new PassphraseFields(model.passphrase, texts).node(),
                Notice.of(Notice.Kind.ERROR, model.error),
                Parts.row(join, cancel));
    }

    private VBox waiting() {
        Label saying = Parts.body("");
        FlowPane words = Parts.row();
        words.getStyleClass().add("spoken-words");
        model.words.subscribe(spoken -> {
            saying.setText(
                    texts.get(spoken.isEmpty() ? WelcomeText.CALLING : WelcomeText.READ_OUT));
            words.getChildren().setAll(spoken.stream().map(JoinView::word).toList());
            words.setAccessibleText(String.join(", ", spoken));
        });
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("turning");
        turning.setAccessibleText(texts.get(WelcomeText.WAITING));
        Button cancel = Parts.button(texts.get(WelcomeText.CANCEL), model::cancel);
        cancel.setId("join-cancel");
        return Parts.card(
                saying,
                words,
                Parts.row(turning, Parts.quiet(texts.get(WelcomeText.WAITING))),
                cancel);
    }

    private static Node word(String word) {
        Label label = new Label(word);
        label.getStyleClass().add("spoken-word");
        return label;
    }
}
