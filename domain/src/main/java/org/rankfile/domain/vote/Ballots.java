// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import org.rankfile.ballot.TestBallot;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.domain.vote.office.BallotOffice;
import org.rankfile.domain.vote.office.BallotWork;
import org.rankfile.domain.vote.office.Booth;
import org.rankfile.domain.vote.office.Means;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Secret ballots in this local. What this device has to do in the offices of its owner it does by
/// itself while the home is open. Any thread, unless a method says otherwise.
public final class Ballots {
    private final Means means;
    private final BallotOffice office;
    private final BallotWork work;
    private final Booth booth;
    private volatile List<BallotView> views = List.of();
    private volatile List<PaperView> papers = List.of();
    private volatile Optional<BallotRefusal> trouble = Optional.empty();

    /// @param changed is run, on the engine thread, whenever what people see may have changed
    public Ballots(Means means, Alarm alarm, Runnable changed) {
        this.means = means;
        office =
                new BallotOffice(
                        means,
                        alarm,
                        now -> {
                            views = now;
                            papers = papers();
                            trouble = trouble();
                            changed.run();
                        });
        work = new BallotWork(office);
        booth = new Booth(office);
    }

    /// Takes an op. Engine thread only.
    public void admitted(ContentOp op) {
        office.admitted(op);
    }

    /// A batch is over. Engine thread only.
    public void changed() {
        office.changed();
    }

    /// Everything that the log holds was told. Engine thread only, once.
    public void begin() {
        office.begin();
    }

    /// All ballots, those that open last first.
    public List<BallotView> all() {
        return views;
    }

    private List<PaperView> papers() {
        return office.papers().all();
    }

    private Optional<BallotRefusal> trouble() {
        return office.trouble();
    }

    /// Why this device could not do last what is due in a ballot, such as a full disk; empty where
    /// it could. It is tried again with whatever comes next.
    public Optional<BallotRefusal> hindered() {
        return trouble;
    }

    /// All ballots on paper, those that were called last first.
    public List<PaperView> onPaper() {
        return papers;
    }

    /// Asks tellers to count papers, each for themselves.
    ///
    /// @return its id
    public CompletableFuture<BallotAnswer<String>> callOnPaper(PaperForm form) {
        return answer(() -> office.papers().call(form));
    }

    /// Enters what this teller counted. Nobody sees it before all tellers have entered theirs; the
    /// same figures from all are the count, else they count again.
    public CompletableFuture<BallotAnswer<PaperView>> enterCount(
            String name, PaperFigures figures) {
        return answer(() -> office.papers().enter(name, figures));
    }

    /// The declaration of a count on paper to which all tellers agreed.
    ///
    /// @param day of the declaration
    /// @param tellers what they are called there
    public CompletableFuture<BallotAnswer<Declaration>> declareOnPaper(
            String name, LocalDate day, List<String> tellers) {
        return answer(() -> office.papers().declare(name, day, tellers));
    }

    /// One ballot on paper as it is now.
    public CompletableFuture<BallotAnswer<PaperView>> showOnPaper(String name) {
        return answer(() -> office.papers().show(name));
    }

    /// One ballot as it is now.
    ///
    /// @param name its id, or the start of it
    public CompletableFuture<BallotAnswer<BallotView>> show(String name) {
        return answer(() -> work.show(name));
    }

    /// Asks officers to hold a ballot.
    ///
    /// @return its id
    public CompletableFuture<BallotAnswer<String>> call(NewBallot ballot) {
        return answer(() -> work.call(ballot));
    }

    /// Opens a ballot that was prepared: fixes everything, for good. Members can vote once all
    /// tellers agreed.
    public CompletableFuture<BallotAnswer<BallotView>> open(String name, Times times) {
        return answer(() -> work.open(name, times));
    }

    /// Calls a ballot off that was not opened.
    public CompletableFuture<BallotAnswer<BallotView>> withdraw(String name) {
        return answer(() -> work.withdraw(name));
    }

    /// Enrols with a new credential, as after the loss of the old one. What was cast with that does
    /// not count any more.
    public CompletableFuture<BallotAnswer<BallotView>> enrolAgain(String name) {
        return answer(() -> {
            booth.enrolAgain(name);
            return work.show(name);
        });
    }

    /// Prepares a ballot, and shows its code before the device knows whether it will be cast or
    /// tested. A few are kept, in memory.
    ///
    /// @return the code
    public CompletableFuture<BallotAnswer<String>> prepare(String name, Choices choices) {
        return answer(() -> booth.prepare(name, choices));
    }

    /// Casts what was prepared. It is kept on this laptop and handed to a witness with this
    /// device's next cell. A later one takes its place.
    ///
    /// @return the tracker, by which it is found in the record
    public CompletableFuture<BallotAnswer<String>> castDraft(String code) {
        return answer(() -> booth.castDraft(code));
    }

    /// Tests what was prepared: another device makes the code again from this. It can never be
    /// cast.
    public CompletableFuture<BallotAnswer<TestBallot>> testDraft(String code) {
        return answer(() -> booth.testDraft(code));
    }

    /// Makes the code of a ballot again that another device tested.
    public CompletableFuture<BallotAnswer<CheckedTest>> checkTest(byte[] test) {
        return answer(() -> booth.checkTest(test));
    }

    /// Prepares and casts.
    ///
    /// @return the tracker
    public CompletableFuture<BallotAnswer<String>> cast(String name, Choices choices) {
        return answer(() -> booth.castDraft(booth.prepare(name, choices)));
    }

    /// Casts a ballot of somebody who has a card of paper and no device, at this laptop. Nothing of
    /// it stays here but what everybody gets.
    ///
    /// @return the tracker
    public CompletableFuture<BallotAnswer<String>> castByCard(
            String name, PollCard card, Choices choices) {
        return answer(() -> booth.castByCard(name, card, choices));
    }

    /// The envelopes that this device holds and that too few witnesses have seen, to be carried by
    /// hand. They stay here.
    public CompletableFuture<BallotAnswer<List<CastEnvelope>>> handOut() {
        return answer(booth::handOut);
    }

    /// Takes envelopes that were carried by hand.
    ///
    /// @return how many of them were not here yet
    public CompletableFuture<BallotAnswer<Integer>> handIn(List<CastEnvelope> envelopes) {
        return answer(() -> booth.handIn(envelopes));
    }

    /// The teller whom a complaint proves not to have done as they should while the key was made,
    /// be it the accused or the accuser; empty while there is none. Such a ballot failed.
    public CompletableFuture<BallotAnswer<Optional<PersonId>>> atFault(String name) {
        return answer(() -> work.atFault(name));
    }

    /// As a teller, gives the current attempt to agree up and turns to the next.
    public CompletableFuture<BallotAnswer<BallotView>> turn(String name) {
        return answer(() -> work.turn(name));
    }

    /// Destroys what this teller decrypts with, when the ballot is counted and the time for
    /// disputes is over.
    public CompletableFuture<BallotAnswer<BallotView>> destroyShare(String name) {
        return answer(() -> work.destroyShare(name));
    }

    /// The record of a ballot that was counted.
    ///
    /// @param day of the declaration
    /// @param tellers what they are called there
    public CompletableFuture<BallotAnswer<BallotRecord>> record(
            String name, LocalDate day, List<String> tellers) {
        return answer(() -> work.record(name, day, tellers));
    }

    /// Complete when everything that is due now was done.
    public CompletableFuture<Boolean> settled() {
        return means.replica().onEngine(() -> true);
    }

    private interface Work<T> {
        T run() throws BallotRefused, AppendRefused, IOException;
    }

    private <T> CompletableFuture<BallotAnswer<T>> answer(Work<T> wanted) {
        return means.replica()
                .onEngine(() -> {
                    try {
                        return new BallotAnswer.Done<>(wanted.run());
                    } catch (BallotRefused refused) {
                        return new BallotAnswer.Refused<>(refused.why());
                    } catch (AppendRefused refused) {
                        return new BallotAnswer.Refused<>(BallotRefused.of(refused).why());
                    } catch (IOException failed) {
                        return new BallotAnswer.Refused<>(BallotRefusal.DISK);
                    }
                });
    }
}
