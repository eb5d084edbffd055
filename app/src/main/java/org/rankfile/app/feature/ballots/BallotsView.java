// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.EmptyState;
import org.rankfile.app.widget.Icon;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.PaperView;

import java.util.stream.Stream;

/// The ballots: the list, one of them, a vote in it, a new one.
public final class BallotsView implements Screen {
    private final BallotsViewModel model;
    private final Workplace workplace;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final VBox list = Parts.column();
    private final EmptyState empty;
    private final Page page;
    private Runnable leave = () -> {};
    private String last = "";

    public BallotsView(BallotsViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        texts = workplace.texts();
        list.setId("ballots");
        empty =
                new EmptyState(
                        Icon.BALLOT,
                        texts.get(BallotsText.EMPTY),
                        texts.get(BallotsText.EMPTY_BODY));
        Button fresh = Parts.button(Icon.PLUS, texts.get(BallotsText.NEW), this::create);
        fresh.setId("new-ballot");
        Button paper = Parts.button(texts.get(BallotsText.NEW_PAPER), this::createPaper);
        paper.setId("new-paper");
        model.mayCall.subscribe(may -> {
            Parts.show(fresh, may);
            Parts.show(paper, may);
        });
        Button hand = Parts.button(texts.get(BallotsText.BY_HAND), this::byHand);
        hand.setId("by-hand");
        page =
                new Page(texts.get(BallotsText.TITLE))
                        .saying(Parts.quiet(texts.get(BallotsText.SUBTITLE)))
                        .actions(fresh, paper, hand)
                        .above(Notice.of(Notice.Kind.WARNING, model.interrupted))
                        .above(Notice.of(Notice.Kind.WARNING, model.hindered))
                        .scrolled(new VBox(empty, list));
        model.shown.subscribe(this::show);
        model.papers.subscribe(this::show);
        show();
        root.getChildren().setAll(page);
    }

    private void show() {
        Parts.show(empty, model.shown.isEmpty() && model.papers.isEmpty());
        Parts.replace(
                list,
                Stream.concat(
                                model.shown.stream().map(this::line),
                                model.papers.stream().map(this::line))
                        .toList());
    }

    private Node line(BallotView ballot) {
        BallotCard card = new BallotCard(ballot, model.words(), texts);
        Button open = Parts.button(texts.get(BallotsText.OPEN), () -> open(ballot.id()));
        open.setId("open-" + ballot.id());
        open.setAccessibleText(texts.get(BallotsText.OPEN_THIS, ballot.title()));
        VBox box = Parts.card(card.head(), card.state(), card.mine(), Parts.row(open));
        if (BallotWords.canVote(ballot)) {
            boolean again = !ballot.vote().cast().isEmpty();
            Button vote =
                    Parts.button(
                            texts.get(again ? BallotsText.VOTE_AGAIN : BallotsText.VOTE),
                            () -> vote(ballot));
            vote.setAccessibleText(texts.get(BallotsText.VOTE_IN, ballot.title()));
            vote.setId("vote-" + ballot.id());
            box.getChildren()
                    .set(
                            box.getChildren().size() - 1,
                            Parts.row(again ? vote : Parts.main(vote), open));
        }
        return box;
    }

    private Node line(PaperView paper) {
        Label title = Parts.heading(paper.title());
        Button open = Parts.button(texts.get(BallotsText.OPEN), () -> openPaper(paper));
        open.setId("open-" + paper.id());
        open.setAccessibleText(texts.get(BallotsText.OPEN_THIS, paper.title()));
        return Parts.card(
                paper.rehearsal() ? new VBox(BallotCard.rehearsal(texts), title) : title,
                Parts.quiet(texts.get(BallotsText.ON_PAPER)),
                Parts.body(PaperPage.said(paper, texts)),
                Parts.row(open));
    }

    private void openPaper(PaperView paper) {
        leave.run();
        last = paper.id();
        PaperViewModel one = model.paper(paper);
        leave = one::close;
        root.getChildren().setAll(new PaperPage(one, workplace, this::back).node());
        Parts.focus(root, "page-back");
    }

    private void createPaper() {
        leave.run();
        leave = () -> {};
        last = "";
        NewPaperViewModel fresh =
                model.freshPaper(id ->
                        model.papers.stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst()
                                .ifPresentOrElse(this::openPaper, this::back));
        root.getChildren().setAll(new NewPaperPage(fresh, workplace, this::back).node());
        Parts.focus(root, "paper-title");
    }

    private void open(String id) {
        leave.run();
        last = id;
        BallotViewModel one = model.ballot(id);
        leave = one::close;
        BallotPage.Ways ways = new BallotPage.Ways(this::back, this::vote, this::cardVote);
        root.getChildren().setAll(new BallotPage(one, workplace, ways).node());
        Parts.focus(root, "page-back");
    }

    private void vote(BallotView ballot) {
        leave.run();
        VoteViewModel vote = model.vote(ballot);
        leave = vote::close;
        root.getChildren().setAll(new VotePage(vote, workplace, () -> open(ballot.id())).node());
        Parts.focus(root, "question-0");
    }

    private void cardVote(BallotView ballot) {
        leave.run();
        CardVoteViewModel vote = model.cardVote(ballot);
        leave = vote::close;
        root.getChildren()
                .setAll(new CardVotePage(vote, workplace, () -> open(ballot.id())).node());
        Parts.focus(root, "card");
    }

    private void byHand() {
        leave.run();
        last = "";
        HandViewModel hand = model.byHand();
        leave = hand::close;
        root.getChildren().setAll(new HandPage(hand, workplace, this::back).node());
        Parts.focus(root, "page-back");
    }

    private void back() {
        leave.run();
        leave = () -> {};
        root.getChildren().setAll(page);
        shown();
        Parts.focus(root, last.isEmpty() ? "new-ballot" : "open-" + last);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        show();
    }

    @Override
    public void create() {
        if (!model.mayCall.get()) {
            return;
        }
        leave.run();
        leave = () -> {};
        NewBallotViewModel fresh = model.fresh(this::open);
        root.getChildren().setAll(new NewBallotPage(fresh, workplace, this::back).node());
        Parts.focus(root, "new-title");
    }
}
