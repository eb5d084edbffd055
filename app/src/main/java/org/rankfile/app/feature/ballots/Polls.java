// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
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

/// The local's secret ballots as these screens need them: the real ones, or invented ones for
/// pictures and tests. Every ballot is named by its id. What each call does is said at
/// [org.rankfile.domain.vote.Ballots].
public interface Polls {
    /// All ballots, those that open last first.
    List<BallotView> all();

    /// Who is in the hall.
    List<Member> people();

    /// This device's owner.
    PersonId me();

    /// Asks officers to hold a ballot; its id.
    CompletableFuture<BallotAnswer<String>> call(NewBallot ballot);

    /// Opens a ballot that was prepared.
    CompletableFuture<BallotAnswer<BallotView>> open(String id, Times times);

    /// Calls a ballot off.
    CompletableFuture<BallotAnswer<BallotView>> withdraw(String id);

    /// Prepares a ballot; its code.
    CompletableFuture<BallotAnswer<String>> prepare(String id, Choices choices);

    /// Casts what was prepared; its tracker.
    CompletableFuture<BallotAnswer<String>> castDraft(String code);

    /// Opens what was prepared, so that it is never cast; the file for another device.
    CompletableFuture<BallotAnswer<byte[]>> testDraft(String code);

    /// Casts for somebody who has a card of paper; the tracker.
    CompletableFuture<BallotAnswer<String>> castByCard(String id, PollCard card, Choices choices);

    /// Enrols with a new credential; what was cast with the old one does not count any more.
    CompletableFuture<BallotAnswer<BallotView>> enrolAgain(String id);

    /// What is in a ballot that another device tested.
    CompletableFuture<BallotAnswer<CheckedTest>> checkTest(byte[] test);

    /// The ballots here that too few witnesses have seen, to be carried by hand.
    CompletableFuture<BallotAnswer<List<CastEnvelope>>> handOut();

    /// Takes ballots that were carried by hand; how many were not here yet.
    CompletableFuture<BallotAnswer<Integer>> handIn(List<CastEnvelope> envelopes);

    /// All ballots on paper, those that were called last first.
    List<PaperView> onPaper();

    /// Asks tellers to count papers; its id.
    CompletableFuture<BallotAnswer<String>> callOnPaper(PaperForm form);

    /// Enters what this teller counted.
    CompletableFuture<BallotAnswer<PaperView>> enterCount(String id, PaperFigures figures);

    /// Why this device could not do last what is due; empty where it could.
    Optional<BallotRefusal> hindered();

    /// Destroys what this teller decrypts with.
    CompletableFuture<BallotAnswer<BallotView>> destroyShare(String id);

    /// The record of a ballot that was counted.
    CompletableFuture<BallotAnswer<BallotRecord>> record(
            String id, LocalDate day, List<String> tellers);
}
