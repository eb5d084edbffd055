// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Parts;
import org.rankfile.ballot.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A question and its answers, to be marked.
final class QuestionCard {
    private final QuestionChoice choice;
    private final int index;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final List<CheckBox> boxes = new ArrayList<>();

    QuestionCard(QuestionChoice choice, int index, Texts texts) {
        this.choice = choice;
        this.index = index;
        this.texts = texts;
    }

    Node node() {
        Question question = choice.question();
        Label text = Parts.heading(question.text());
        VBox box = Parts.card(text, Parts.quiet(hint(question)));
        List<ButtonBase> marks = new ArrayList<>();
        for (int i = 0; i < question.answers().size(); i++) {
            int answer = i;
            marks.add(
                    mark(
                            question.answers().get(i),
                            choice.isMarked(i),
                            marked -> choice.mark(answer, marked)));
        }
        if (question.blank()) {
            marks.add(mark(texts.get(BallotsText.BLANK_VOTE), choice.isBlank(), choice::blank));
        }
        for (ButtonBase mark : marks) {
            mark.setAccessibleHelp(question.text());
            mark.setWrapText(true);
            mark.setMnemonicParsing(false);
        }
        marks.getFirst().setId("question-" + index);
        VBox answers = new VBox();
        answers.getStyleClass().add("answers");
        answers.getChildren().addAll(marks);
        box.getChildren().add(answers);
        return box;
    }

    private String hint(Question question) {
        if (choice.isSingle()) {
            return texts.get(BallotsText.CHOOSE_ONE);
        }
        return question.min() == question.max()
                ? texts.get(BallotsText.CHOOSE_JUST, question.max())
                : texts.get(BallotsText.CHOOSE_FROM_TO, question.min(), question.max());
    }

    private interface Marking {
        void mark(boolean marked);
    }

    private ButtonBase mark(String text, boolean marked, Marking marking) {
        if (choice.isSingle()) {
            RadioButton radio = new RadioButton(text);
            radio.setToggleGroup(group);
            radio.setSelected(marked);
            radio.selectedProperty().subscribe((before, now) -> marking.mark(now));
            return radio;
        }
        CheckBox box = new CheckBox(text);
        box.setSelected(marked);
        boxes.add(box);
        box.setOnAction(event -> {
            marking.mark(box.isSelected());
            again();
        });
        return box;
    }

    /// A blank vote takes the marks away, and a mark the blank vote.
    private void again() {
        int answers = choice.question().answers().size();
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).setSelected(i < answers ? choice.isMarked(i) : choice.isBlank());
        }
    }

    /// What was marked, in words.
    static String chosen(QuestionChoice choice, Texts texts) {
        List<String> answers = choice.question().answers();
        String marked =
                IntStream.range(0, answers.size())
                        .filter(choice::isMarked)
                        .mapToObj(answers::get)
                        .collect(Collectors.joining(", "));
        return marked.isEmpty() ? texts.get(BallotsText.BLANK_VOTE) : marked;
    }
}
