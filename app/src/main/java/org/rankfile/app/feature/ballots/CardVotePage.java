// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

import java.util.List;

/// A vote with a card of paper, in three steps.
final class CardVotePage {
    private final CardVoteViewModel model;
    private final Texts texts;
    private final Runnable back;
    private final VBox content = Parts.column();

    CardVotePage(CardVoteViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.back = back;
        texts = workplace.texts();
    }

    Parent node() {
        Page page =
                new Page(model.ballot().title())
                        .back(texts.get(BallotsText.BACK_TO_BALLOT), back)
                        .saying(Parts.quiet(texts.get(BallotsText.CARD_SUBTITLE)));
        if (model.ballot().rehearsal()) {
            page.above(BallotCard.rehearsal(texts));
        }
        page.above(Notice.of(Notice.Kind.ERROR, model.asking.error)).scrolled(content);
        page.setId("card-page");
        model.step.subscribe(step -> {
            show(step);
            if (page.getCenter() instanceof ScrollPane scrolled) {
                scrolled.setVvalue(0);
            }
        });
        return page;
    }

    private void show(CardVoteViewModel.Step step) {
        content.getChildren()
                .setAll(
                        switch (step) {
                            case CHOOSE -> choose();
                            case CHECK -> check();
                            case RECEIPT -> receipt();
                        });
        // The keyboard never goes on at the button that casts, which is meant to be chosen.
        if (content.getScene() != null) {
            Parts.focus(
                    content,
                    switch (step) {
                        case CHOOSE -> "card";
                        case CHECK -> "card-change";
                        case RECEIPT -> "card-next";
                    });
        }
    }

    private List<Node> choose() {
        PasswordField card = new PasswordField();
        card.setId("card");
        card.textProperty().bindBidirectional(model.card);
        VBox questions = Parts.column();
        for (int i = 0; i < model.choices.size(); i++) {
            questions.getChildren().add(new QuestionCard(model.choices.get(i), i, texts).node());
        }
        Button check = Parts.main(Parts.button(texts.get(BallotsText.CHECK_VOTE), model::check));
        check.setId("card-check");
        return List.of(
                new Notice(Notice.Kind.WARNING, texts.get(BallotsText.CARD_LIMIT)),
                Parts.card(
                        new Field(texts.get(BallotsText.CARD), card),
                        Parts.quiet(texts.get(BallotsText.CARD_HINT))),
                questions,
                Parts.row(check));
    }

    private List<Node> check() {
        Button cast = Parts.main(Parts.button(texts.get(BallotsText.CAST), model::cast));
        cast.setId("card-cast");
        cast.disableProperty().bind(model.asking.busy);
        Button change = Parts.button(texts.get(BallotsText.CHANGE), model::change);
        change.setId("card-change");
        change.disableProperty().bind(model.asking.busy);
        return List.of(
                VotePage.chosen(model.choices, texts),
                new Notice(Notice.Kind.INFO, texts.get(BallotsText.CARD_NOT_CAST)),
                Parts.row(cast, change));
    }

    private List<Node> receipt() {
        Button next = Parts.main(Parts.button(texts.get(BallotsText.CARD_NEXT), model::next));
        next.setId("card-next");
        return List.of(
                new Notice(Notice.Kind.WARNING, texts.get(BallotsText.CARD_NOT_YET)),
                Parts.card(
                        Parts.heading(texts.get(BallotsText.TRACKER)),
                        BallotPage.tracker(model.tracker.get(), texts),
                        Parts.body(texts.get(BallotsText.CARD_NOTE)),
                        Parts.row(next)));
    }
}
