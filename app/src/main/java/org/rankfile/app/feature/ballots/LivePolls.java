// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import org.rankfile.app.fx.Session;
import org.rankfile.ballot.TestBallot;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Ballots;
import org.rankfile.domain.vote.CheckedTest;
import org.rankfile.domain.vote.Choices;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The ballots of an open home. Window's thread.
public final class LivePolls implements Polls {
    private static final String EVERYBODY = "hall";

    private final Session session;
    private final Ballots ballots;

    /// The ballots of a session's home.
    public LivePolls(Session session) {
        this.session = session;
        ballots = session.union().ballots();
    }

    @Override
    public List<BallotView> all() {
        return ballots.all();
    }

    @Override
    public List<Member> people() {
        return session.home().replica().members(EVERYBODY);
    }

    @Override
    public PersonId me() {
        return session.status().get().me();
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> call(NewBallot ballot) {
        return ballots.call(ballot);
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> open(String id, Times times) {
        return ballots.open(id, times);
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> withdraw(String id) {
        return ballots.withdraw(id);
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> prepare(String id, Choices choices) {
        return ballots.prepare(id, choices);
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> castDraft(String code) {
        return ballots.castDraft(code);
    }

    @Override
    public CompletableFuture<BallotAnswer<byte[]>> testDraft(String code) {
        return ballots.testDraft(code).thenApply(LivePolls::file);
    }

    private static BallotAnswer<byte[]> file(BallotAnswer<TestBallot> answer) {
        return switch (answer) {
            case BallotAnswer.Done<TestBallot>(TestBallot test) ->
                    new BallotAnswer.Done<>(test.bytes());
            case BallotAnswer.Refused<TestBallot>(var why) -> new BallotAnswer.Refused<>(why);
        };
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> castByCard(
            String id, PollCard card, Choices choices) {
        return ballots.castByCard(id, card, choices);
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> enrolAgain(String id) {
        return ballots.enrolAgain(id);
    }

    @Override
    public CompletableFuture<BallotAnswer<CheckedTest>> checkTest(byte[] test) {
        return ballots.checkTest(test);
    }

    @Override
    public CompletableFuture<BallotAnswer<List<CastEnvelope>>> handOut() {
        return ballots.handOut();
    }

    @Override
    public CompletableFuture<BallotAnswer<Integer>> handIn(List<CastEnvelope> envelopes) {
        return ballots.handIn(envelopes);
    }

    @Override
    public List<PaperView> onPaper() {
        return ballots.onPaper();
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> callOnPaper(PaperForm form) {
        return ballots.callOnPaper(form);
    }

    @Override
    public CompletableFuture<BallotAnswer<PaperView>> enterCount(String id, PaperFigures figures) {
        return ballots.enterCount(id, figures);
    }

    @Override
    public Optional<BallotRefusal> hindered() {
        return ballots.hindered();
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> destroyShare(String id) {
        return ballots.destroyShare(id);
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotRecord>> record(
            String id, LocalDate day, List<String> tellers) {
        return ballots.record(id, day, tellers);
    }
}
