// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.vote.BallotView;

import java.util.List;

/// A vote in three steps.
final class VotePage {
    private static final String TEST_FILE = "tested-ballot.json";

    private final VoteViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Runnable back;
    private final VBox content = Parts.column();
    private final Label where = Parts.quiet("");

    VotePage(VoteViewModel model, Workplace workplace, Runnable back) {
        this.model = model;
        this.workplace = workplace;
        this.back = back;
        texts = workplace.texts();
    }

    Parent node() {
        BallotView ballot = model.ballot();
        Page page =
                new Page(ballot.title())
                        .back(texts.get(BallotsText.BACK_TO_BALLOT), back)
                        .saying(where);
        if (ballot.rehearsal()) {
            page.above(BallotCard.rehearsal(texts));
        }
        page.above(Notice.of(Notice.Kind.ERROR, model.asking.error)).scrolled(content);
        page.setId("vote-page");
        model.step.subscribe(step -> {
            show(step);
            if (page.getCenter() instanceof ScrollPane scrolled) {
                scrolled.setVvalue(0);
            }
        });
        return page;
    }

    private void show(VoteViewModel.Step step) {
        where.setText(
                texts.get(
                        switch (step) {
                            case CHOOSE -> BallotsText.STEP_CHOOSE;
                            case CHECK -> BallotsText.STEP_CHECK;
                            case RECEIPT -> BallotsText.STEP_RECEIPT;
                            case TESTED -> BallotsText.STEP_TESTED;
                        }));
        content.getChildren()
                .setAll(
                        switch (step) {
                            case CHOOSE -> choose();
                            case CHECK -> check();
                            case RECEIPT -> receipt();
                            case TESTED -> tested();
                        });
        // The keyboard goes on there; never on the button that casts, which is meant to be chosen.
        if (content.getScene() != null) {
            switch (step) {
                case CHOOSE -> Parts.focus(content, "question-0");
                case CHECK -> Parts.focus(content, "change-vote");
                case RECEIPT -> Parts.focus(content, "vote-done");
                case TESTED -> Parts.focus(content, "choose-again");
            }
        }
    }

    private List<Node> choose() {
        VBox questions = Parts.column();
        for (int i = 0; i < model.choices.size(); i++) {
            questions.getChildren().add(new QuestionCard(model.choices.get(i), i, texts).node());
        }
        Button check = Parts.main(Parts.button(texts.get(BallotsText.CHECK_VOTE), model::check));
        check.setId("check-vote");
        check.disableProperty().bind(model.asking.busy);
        Node again = new Notice(Notice.Kind.INFO, texts.get(BallotsText.REPLACES));
        Parts.show(again, model.isAgain());
        return List.of(again, questions, Parts.row(check), limits());
    }

    /// What secrecy does not protect from, said before anybody votes.
    private Node limits() {
        BallotView.Officers officers = model.ballot().officers();
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.LIMITS)),
                        limit(texts.get(BallotsText.LIMIT_COERCION)),
                        limit(texts.get(BallotsText.LIMIT_DEVICE)),
                        limit(
                                texts.get(
                                        BallotsText.LIMIT_TELLERS,
                                        officers.threshold(),
                                        model.words().names(officers.tellers()))),
                        limit(texts.get(BallotsText.LIMIT_SMALL)),
                        limit(texts.get(BallotsText.LIMIT_LATE)));
        box.setId("limits");
        return box;
    }

    private static Node limit(String text) {
        return Parts.beside(Icon.DASH, Parts.body(text));
    }

    /// What was marked, in words.
    static Node chosen(List<QuestionChoice> choices, Texts texts) {
        VBox chosen = Parts.card(Parts.heading(texts.get(BallotsText.YOU_CHOSE)));
        for (QuestionChoice choice : choices) {
            Label text = Parts.body(choice.question().text());
            text.getStyleClass().add("field-label");
            chosen.getChildren()
                    .add(new VBox(text, Parts.body(QuestionCard.chosen(choice, texts))));
        }
        return chosen;
    }

    private List<Node> check() {
        Button cast = Parts.main(Parts.button(texts.get(BallotsText.CAST), model::cast));
        cast.setId("cast");
        Button test = Parts.button(Icon.OUT, texts.get(BallotsText.TEST), this::test);
        test.setId("test");
        Button change = Parts.button(texts.get(BallotsText.CHANGE), model::again);
        change.setId("change-vote");
        for (Button button : List.of(cast, test, change)) {
            button.disableProperty().bind(model.asking.busy);
        }
        return List.of(
                chosen(model.choices, texts),
                Parts.card(
                        Parts.heading(texts.get(BallotsText.CODE)),
                        BallotPage.code(BallotWords.groups(model.code.get())),
                        Parts.body(texts.get(BallotsText.CODE_BODY)),
                        Parts.body(texts.get(BallotsText.TEST_BODY))),
                Parts.row(cast, test, change));
    }

    private void test() {
        workplace.files().save(texts.get(BallotsText.TEST), TEST_FILE).ifPresent(model::test);
    }

    private List<Node> receipt() {
        Button copy = Parts.button(texts.get(BallotsText.COPY), this::copy);
        Button done = Parts.main(Parts.button(texts.get(BallotsText.DONE), back));
        done.setId("vote-done");
        return List.of(
                new Notice(Notice.Kind.WARNING, texts.get(BallotsText.RECEIPT_NOT_YET)),
                Parts.card(
                        Parts.heading(texts.get(BallotsText.TRACKER)),
                        BallotPage.tracker(model.tracker.get(), texts),
                        Parts.body(texts.get(BallotsText.RECEIPT_SHOWS)),
                        Parts.body(texts.get(BallotsText.RECEIPT_AGAIN)),
                        Parts.row(done, copy)));
    }

    private void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(model.tracker.get());
        Clipboard.getSystemClipboard().setContent(text);
        workplace.say().accept(texts.get(BallotsText.COPIED));
    }

    private List<Node> tested() {
        Button again = Parts.main(Parts.button(texts.get(BallotsText.CHOOSE_AGAIN), model::again));
        again.setId("choose-again");
        return List.of(
                new Notice(Notice.Kind.INFO, texts.get(BallotsText.TESTED_BODY)),
                Parts.card(
                        Parts.heading(texts.get(BallotsText.CODE)),
                        BallotPage.code(BallotWords.groups(model.code.get())),
                        Parts.body(texts.get(BallotsText.TESTED_COMPARE)),
                        Parts.row(again)));
    }
}
