// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

/// The page of a ballot that is being called.
final class NewBallotPage {
    private static final int ROWS = 3;

    private final NewBallotViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;

    NewBallotPage(NewBallotViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
        texts = workplace.texts();
    }

    Parent node() {
        Button call = Parts.main(Parts.button(texts.get(BallotsText.CALL), model::call));
        call.setId("call-ballot");
        call.disableProperty().bind(model.asking.busy);
        return new Page(texts.get(BallotsText.NEW_TITLE))
                .back(texts.get(BallotsText.BACK), back)
                .saying(Parts.quiet(texts.get(BallotsText.NEW_BODY)))
                .scrolled(
                        Parts.column(
                                about(),
                                new QuestionsPart(
                                                model.questions,
                                                model::addQuestion,
                                                model::removeQuestion,
                                                texts)
                                        .node(),
                                RulesPart.choice(model.preset, workplace),
                                new AskedOfficers(model, texts).node(),
                                Notice.of(Notice.Kind.ERROR, model.asking.error),
                                Parts.row(call)));
    }

    private Node about() {
        TextField title = new TextField();
        title.setId("new-title");
        title.textProperty().bindBidirectional(model.title);
        TextArea description = Parts.area(ROWS);
        description.setId("new-description");
        description.textProperty().bindBidirectional(model.description);
        CheckBox rehearsal = check(texts.get(BallotsText.IS_REHEARSAL));
        rehearsal.setId("new-rehearsal");
        rehearsal.selectedProperty().bindBidirectional(model.rehearsal);
        return Parts.card(
                rehearsal,
                new Field(texts.get(BallotsText.NEW_NAME), title),
                new Field(texts.get(BallotsText.DESCRIPTION), description));
    }

    static CheckBox check(String text) {
        CheckBox box = new CheckBox(text);
        box.setWrapText(true);
        box.setMnemonicParsing(false);
        return box;
    }
}
