// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Parts;

import java.util.function.Consumer;

/// Questions that are being written.
record QuestionsPart(
        ObservableList<QuestionDraft> questions,
        Runnable add,
        Consumer<QuestionDraft> remove,
        Texts texts) {
    private static final int ROWS = 3;

    Node node() {
        VBox list = Parts.column();
        Runnable show =
                () -> list.getChildren().setAll(questions.stream().map(this::question).toList());
        questions.subscribe(show);
        show.run();
        Button more = Parts.button(Icon.PLUS, texts.get(BallotsText.ADD_QUESTION), add);
        more.setId("add-question");
        return Parts.column(list, Parts.row(more));
    }

    private Node question(QuestionDraft draft) {
        int index = questions.indexOf(draft);
        TextField text = new TextField();
        text.setId("new-question-" + index);
        text.textProperty().bindBidirectional(draft.text);
        TextArea answers = Parts.area(ROWS);
        answers.setId("new-answers-" + index);
        answers.textProperty().bindBidirectional(draft.answers);
        CheckBox blank = NewBallotPage.check(texts.get(BallotsText.ALLOW_BLANK));
        blank.selectedProperty().bindBidirectional(draft.blank);
        VBox box =
                Parts.card(
                        new Field(texts.get(BallotsText.QUESTION, index + 1), text),
                        new Field(texts.get(BallotsText.ANSWERS), answers),
                        Parts.quiet(texts.get(BallotsText.YES_FIRST)),
                        blank);
        if (questions.size() > 1) {
            Button less =
                    Parts.button(
                            texts.get(BallotsText.REMOVE_QUESTION), () -> remove.accept(draft));
            less.setAccessibleText(texts.get(BallotsText.REMOVE_THIS, index + 1));
            box.getChildren().add(Parts.row(less));
        }
        return box;
    }
}
