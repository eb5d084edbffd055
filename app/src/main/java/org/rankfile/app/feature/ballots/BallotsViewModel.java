// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.fx.Workplace;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.oplog.Role;

import java.util.List;
import java.util.function.Consumer;

/// The ballots of the local, and whether one may be called here.
public final class BallotsViewModel {
    final ObservableList<BallotView> shown = FXCollections.observableArrayList();
    final ObservableList<PaperView> papers = FXCollections.observableArrayList();
    final BooleanProperty mayCall = new SimpleBooleanProperty();

    final StringProperty hindered = new SimpleStringProperty("");

    final StringProperty interrupted = new SimpleStringProperty("");

    private final Unfinished unfinished;
    private @Nullable NewBallotViewModel form;
    private byte @Nullable [] kept;

    private final Workplace workplace;
    private final Polls polls;
    private final BallotWords words;

    public BallotsViewModel(Workplace workplace, Polls polls) {
        this.workplace = workplace;
        this.polls = polls;
        words = new BallotWords(workplace, polls);
        unfinished = new Unfinished(workplace.session());
        unfinished.read(
                form -> kept = form,
                () -> interrupted.set(workplace.texts().get(BallotsText.VOTE_INTERRUPTED)));
        workplace.session().beforeClosing(this::keep);
        workplace.session().beat().subscribe(now -> refresh());
    }

    private void refresh() {
        List<BallotView> now = polls.all();
        if (!shown.equals(now)) {
            shown.setAll(now);
        }
        List<PaperView> counts = polls.onPaper();
        if (!papers.equals(counts)) {
            papers.setAll(counts);
        }
        hindered.set(
                polls.hindered()
                        .map(why ->
                                workplace
                                        .texts()
                                        .get(BallotsText.HINDERED, workplace.texts().of(why)))
                        .orElse(""));
        mayCall.set(
                polls.people().stream()
                        .filter(member -> member.id().equals(polls.me()))
                        .anyMatch(me -> me.role() == Role.STEWARD || me.role() == Role.MANAGER));
    }

    BallotWords words() {
        return words;
    }

    /// One of them.
    BallotViewModel ballot(String id) {
        return new BallotViewModel(id, workplace, polls, words);
    }

    /// A vote in one of them.
    VoteViewModel vote(BallotView ballot) {
        interrupted.set("");
        return new VoteViewModel(ballot, workplace, polls, words);
    }

    /// Votes with cards of paper in one of them.
    CardVoteViewModel cardVote(BallotView ballot) {
        return new CardVoteViewModel(ballot, workplace, polls);
    }

    /// One of those on paper.
    PaperViewModel paper(PaperView paper) {
        return new PaperViewModel(paper, workplace, polls, words);
    }

    /// A count on paper that is being called.
    ///
    /// @param made is given its id
    NewPaperViewModel freshPaper(Consumer<String> made) {
        return new NewPaperViewModel(workplace, polls, made);
    }

    /// What is carried by hand.
    HandViewModel byHand() {
        return new HandViewModel(workplace, polls);
    }

    /// A ballot that is being called: the form that was left or locked half-filled, else a new one.
    ///
    /// @param made is given its id
    NewBallotViewModel fresh(Consumer<String> made) {
        NewBallotViewModel fresh =
                new NewBallotViewModel(
                        workplace,
                        polls,
                        id -> {
                            form = null;
                            unfinished.called();
                            made.accept(id);
                        });
        NewBallotViewModel left = form;
        byte[] before = left != null && left.isBegun() ? new BallotForm(left).bytes() : kept;
        kept = null;
        if (before != null) {
            new BallotForm(fresh).fill(before);
        }
        form = fresh;
        return fresh;
    }

    private void keep() {
        NewBallotViewModel now = form;
        if (now != null && now.isBegun()) {
            unfinished.keep(new BallotForm(now).bytes());
        }
    }
}
