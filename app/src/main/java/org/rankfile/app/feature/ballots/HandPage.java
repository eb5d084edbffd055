// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.CheckedTest;

import java.util.Set;
import java.util.stream.Collectors;

/// The page of what is carried by hand.
final class HandPage {
    private static final int ROWS = 3;
    private static final String FILE = "ballots.envelopes";

    private final HandViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;
    private final VBox found = Parts.column();

    HandPage(HandViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
        texts = workplace.texts();
    }

    Parent node() {
        model.checked.subscribe(test -> {
            found.getChildren().clear();
            if (test != null) {
                found.getChildren().add(shown(test));
            }
            Parts.show(found, test != null);
        });
        Page page =
                new Page(texts.get(BallotsText.HAND))
                        .back(texts.get(BallotsText.BACK), back)
                        .above(Notice.of(Notice.Kind.ERROR, model.asking.error))
                        .scrolled(Parts.column(carry(), test(), found));
        page.setId("hand-page");
        return page;
    }

    private Node carry() {
        Button out = Parts.button(Icon.OUT, texts.get(BallotsText.HAND_OUT), this::out);
        out.setId("hand-out");
        out.disableProperty().bind(model.asking.busy);
        Button in = Parts.button(Icon.IN, texts.get(BallotsText.HAND_IN), this::in);
        in.setId("hand-in");
        in.disableProperty().bind(model.asking.busy);
        return Parts.card(
                Parts.heading(texts.get(BallotsText.CARRY)),
                Parts.body(texts.get(BallotsText.CARRY_BODY)),
                Parts.row(out, in),
                Notice.of(Notice.Kind.INFO, model.carried));
    }

    private void out() {
        workplace.files().save(texts.get(BallotsText.CARRY), FILE).ifPresent(model::out);
    }

    private void in() {
        workplace.files().open(texts.get(BallotsText.CARRY), "envelopes").ifPresent(model::in);
    }

    private Node test() {
        TextArea pasted = Parts.area(ROWS);
        pasted.setId("pasted-test");
        pasted.textProperty().bindBidirectional(model.pasted);
        Button check = Parts.button(texts.get(BallotsText.CHECK_PASTED), model::checkPasted);
        check.setId("check-pasted");
        check.disableProperty().bind(model.asking.busy.or(model.pasted.isEmpty()));
        Button open = Parts.button(Icon.IN, texts.get(BallotsText.CHECK_FILE), this::open);
        open.setId("check-file");
        open.disableProperty().bind(model.asking.busy);
        return Parts.card(
                Parts.heading(texts.get(BallotsText.CHECK_TEST)),
                Parts.body(texts.get(BallotsText.CHECK_TEST_BODY)),
                new Field(texts.get(BallotsText.PASTE_TEST), pasted),
                Parts.row(check, open));
    }

    private void open() {
        workplace
                .files()
                .open(texts.get(BallotsText.CHECK_TEST), "json")
                .ifPresent(model::checkFile);
    }

    private Node shown(CheckedTest test) {
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.FOUND_TEST)),
                        new Notice(Notice.Kind.INFO, texts.get(BallotsText.FOUND_NOT_COUNTED)),
                        Parts.quiet(texts.get(BallotsText.CODE)),
                        BallotPage.code(BallotWords.groups(test.code())));
        box.setId("found-test");
        for (int i = 0; i < test.questions().size(); i++) {
            Question question = test.questions().get(i);
            Label text = Parts.body(question.text());
            text.getStyleClass().add("field-label");
            Set<Integer> chosen = test.choices().answers().get(i);
            String answers =
                    chosen.stream()
                            .sorted()
                            .map(question.answers()::get)
                            .collect(Collectors.joining(", "));
            box.getChildren()
                    .add(
                            new VBox(
                                    text,
                                    Parts.body(
                                            answers.isEmpty()
                                                    ? texts.get(BallotsText.BLANK)
                                                    : answers)));
        }
        box.getChildren().add(Parts.body(texts.get(BallotsText.FOUND_COMPARE)));
        return box;
    }
}
