// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.app.widget.QrPicture;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.BallotView.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The page of one ballot.
final class BallotPage {
    private final BallotViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final Ways ways;
    private final Sure enrolAgain;
    private final OfficePart offices;
    private final VBox above = Parts.column();
    private final VBox below = Parts.column();

    /// Where it goes on from here.
    ///
    /// @param back to the list
    /// @param vote to a vote of the owner of this laptop
    /// @param cardVote to votes with cards of paper
    record Ways(Runnable back, Consumer<BallotView> vote, Consumer<BallotView> cardVote) {}

    BallotPage(BallotViewModel model, Workplace workplace, Ways ways) {
        this.model = model;
        this.workplace = workplace;
        this.ways = ways;
        texts = workplace.texts();
        enrolAgain =
                new Sure("enrol-again", BallotsText.ENROL_AGAIN, BallotsText.ENROL_SURE, texts);
        enrolAgain.does(model::enrolAgain, model.asking.busy);
        offices = new OfficePart(model, workplace);
    }

    Parent node() {
        BallotView now = model.ballot.get();
        Page page =
                new Page(now == null ? "" : now.title())
                        .back(texts.get(BallotsText.BACK), ways.back())
                        .scrolled(
                                Parts.column(
                                        Notice.of(Notice.Kind.ERROR, model.asking.error),
                                        above,
                                        offices.node(),
                                        below));
        page.setId("ballot");
        if (now != null && now.rehearsal()) {
            page.above(BallotCard.rehearsal(texts));
        }
        model.ballot.subscribe(ballot -> {
            if (ballot == null) {
                Platform.runLater(ways.back());
            } else {
                show(ballot);
            }
        });
        return page;
    }

    private void show(BallotView ballot) {
        List<Node> parts = new ArrayList<>();
        parts.add(
                Parts.card(
                        Parts.heading(texts.get(BallotsText.NOW)),
                        new BallotCard(ballot, model.words(), texts).state()));
        parts.add(mine(ballot));
        if (ballot.phase() == BallotPhase.VOTING) {
            parts.add(cards(ballot));
        }
        ballot.outcome()
                .ifPresent(outcome -> {
                    ResultPart result =
                            new ResultPart(
                                    ballot.questions(),
                                    outcome.figures(),
                                    outcome.verdict(),
                                    workplace);
                    parts.add(result.answers(outcome));
                    parts.add(result.rules());
                    parts.add(save(ballot));
                });
        Parts.replace(above, parts);
        offices.show(ballot);
        List<Node> rest = new ArrayList<>();
        rest.add(asked(ballot));
        ballot.rules().ifPresent(rules -> rest.add(new RulesPart(rules, workplace).node()));
        rest.add(officers(ballot));
        Parts.replace(below, rest);
    }

    private Node mine(BallotView ballot) {
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.MINE)),
                        new BallotCard(ballot, model.words(), texts).mine());
        ballot.vote().cast().stream()
                .filter(ticket -> ticket.progress() != Progress.REPLACED)
                .forEach(ticket ->
                        box.getChildren()
                                .addAll(
                                        Parts.quiet(texts.get(BallotsText.TRACKER)),
                                        tracker(ticket.tracker(), texts)));
        if (BallotWords.canVote(ballot)) {
            boolean again = !ballot.vote().cast().isEmpty();
            Button go =
                    Parts.button(
                            texts.get(again ? BallotsText.VOTE_AGAIN : BallotsText.VOTE),
                            () -> ways.vote().accept(ballot));
            go.setId("vote");
            box.getChildren().add(Parts.row(again ? go : Parts.main(go)));
        }
        if (BallotWords.canEnrolAgain(ballot)) {
            box.getChildren()
                    .addAll(Parts.quiet(texts.get(BallotsText.ENROL_BODY)), enrolAgain.node());
        }
        return box;
    }

    private Node cards(BallotView ballot) {
        Button go =
                Parts.button(
                        texts.get(BallotsText.CARD_VOTE), () -> ways.cardVote().accept(ballot));
        go.setId("card-vote");
        return Parts.card(
                Parts.heading(texts.get(BallotsText.CARDS)),
                Parts.body(texts.get(BallotsText.CARDS_BODY)),
                Parts.row(go));
    }

    /// A code in groups of a fixed width.
    static Label code(String groups) {
        Label label = Parts.body(groups);
        label.getStyleClass().add("code");
        return label;
    }

    /// A tracker to be read, and for the camera of a phone.
    static Node tracker(String tracker, Texts texts) {
        QrPicture picture = new QrPicture(tracker);
        picture.setId("tracker-qr");
        return Parts.column(
                code(BallotWords.groups(tracker)),
                picture,
                Parts.quiet(texts.get(BallotsText.TRACKER_QR)));
    }

    private Node save(BallotView ballot) {
        Button save =
                Parts.button(
                        Icon.OUT,
                        texts.get(BallotsText.SAVE),
                        () ->
                                workplace
                                        .files()
                                        .save(
                                                texts.get(BallotsText.SAVE),
                                                ballot.id() + RecordFiles.ARCHIVE)
                                        .ifPresent(model::save));
        save.setId("save-record");
        save.disableProperty().bind(model.asking.busy);
        VBox box =
                Parts.card(
                        Parts.heading(texts.get(BallotsText.RECORD)),
                        Parts.body(texts.get(BallotsText.RECORD_BODY)));
        ballot.record()
                .ifPresent(named ->
                        box.getChildren()
                                .addAll(
                                        Parts.quiet(texts.get(BallotsText.FINGERPRINT)),
                                        code(BallotWords.groups(named.fingerprint()))));
        box.getChildren().add(Parts.row(save));
        return box;
    }

    private Node asked(BallotView ballot) {
        VBox box = Parts.card(Parts.heading(texts.get(BallotsText.ASKED)));
        if (!ballot.description().isBlank()) {
            box.getChildren().add(Parts.body(ballot.description()));
        }
        for (Question question : ballot.questions()) {
            Label text = Parts.body(question.text());
            text.getStyleClass().add("field-label");
            String answers = String.join(" · ", question.answers());
            box.getChildren().add(new VBox(text, Parts.quiet(answers)));
        }
        return box;
    }

    private Node officers(BallotView ballot) {
        BallotView.Officers officers = ballot.officers();
        BallotWords words = model.words();
        return Parts.card(
                Parts.heading(texts.get(BallotsText.OFFICERS)),
                Parts.body(texts.get(BallotsText.CONVENOR_IS, words.name(officers.convenor()))),
                Parts.body(
                        texts.get(BallotsText.REGISTRARS_ARE, words.names(officers.registrars()))),
                Parts.body(
                        texts.get(
                                BallotsText.TELLERS_ARE,
                                words.names(officers.tellers()),
                                officers.threshold())),
                Parts.body(
                        texts.get(BallotsText.WITNESSES_ARE, words.names(officers.witnesses()))));
    }
}
