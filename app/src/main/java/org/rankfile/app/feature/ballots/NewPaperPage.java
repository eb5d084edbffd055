// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

/// The page of a count on paper that is being called.
final class NewPaperPage {
    private final NewPaperViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;

    NewPaperPage(NewPaperViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
        texts = workplace.texts();
    }

    Parent node() {
        Button call = Parts.main(Parts.button(texts.get(BallotsText.CALL_PAPER), model::call));
        call.setId("call-paper");
        call.disableProperty().bind(model.asking.busy);
        return new Page(texts.get(BallotsText.NEW_PAPER_TITLE))
                .back(texts.get(BallotsText.BACK), back)
                .saying(Parts.quiet(texts.get(BallotsText.NEW_PAPER_BODY)))
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
                                tellers(),
                                Notice.of(Notice.Kind.ERROR, model.asking.error),
                                Parts.row(call)));
    }

    private Node about() {
        TextField title = new TextField();
        title.setId("paper-title");
        title.textProperty().bindBidirectional(model.title);
        TextField entitled = new TextField();
        entitled.setId("paper-entitled");
        entitled.textProperty().bindBidirectional(model.entitled);
        CheckBox rehearsal = NewBallotPage.check(texts.get(BallotsText.IS_REHEARSAL));
        rehearsal.selectedProperty().bindBidirectional(model.rehearsal);
        return Parts.card(
                rehearsal,
                new Field(texts.get(BallotsText.NEW_NAME), title),
                new Field(texts.get(BallotsText.ENTITLED), entitled));
    }

    private Node tellers() {
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.WHO_COUNTS)),
                        Parts.body(texts.get(BallotsText.WHO_COUNTS_BODY)));
        box.setId("who-counts");
        for (int i = 0; i < model.people.size(); i++) {
            NewPaperViewModel.Teller person = model.people.get(i);
            CheckBox counts = NewBallotPage.check(person.member().name());
            counts.setId("counts-" + i);
            counts.selectedProperty().bindBidirectional(person.counts());
            box.getChildren().add(counts);
        }
        return box;
    }
}
