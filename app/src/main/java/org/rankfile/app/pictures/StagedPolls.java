// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import org.rankfile.app.feature.ballots.Polls;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.Asked;
import org.rankfile.domain.vote.BallotAnswer;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.CheckedTest;
import org.rankfile.domain.vote.Choices;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.Held;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.Returns;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/// Ballots of invented people, one in each of the phases that people look at: for pictures and
/// tests. Nothing is encrypted, and nothing changes but what was called and opened. Any one thread.
public final class StagedPolls implements Polls {
    /// What a ballot that is prepared here is called.
    public static final String CODE = "8Jc1fYxq0Zr5TtBnmW3uKpE7sLhGvA2dQoXi9RkCy4M";

    /// The text of the only card that votes here.
    public static final String CARD = PollCard.draw(new SplittableRandom(12)).exposeText();

    /// Why this laptop cannot do its part.
    public Optional<BallotRefusal> hindered = Optional.empty();

    /// What was asked of these ballots, in order.
    public final List<String> done = new ArrayList<>();

    private final List<BallotView> ballots;
    private final List<PaperView> papers = new ArrayList<>(StagedPapers.all());

    /// @param now the time to which they stand
    public StagedPolls(Instant now) {
        ballots = new ArrayList<>(StagedBallots.at(now.getEpochSecond()));
    }

    private <T> CompletableFuture<BallotAnswer<T>> did(String what, T value) {
        done.add(what);
        return CompletableFuture.completedFuture(new BallotAnswer.Done<>(value));
    }

    private <T> CompletableFuture<BallotAnswer<T>> refused(BallotRefusal why) {
        return CompletableFuture.completedFuture(new BallotAnswer.Refused<>(why));
    }

    private Optional<BallotView> find(String id) {
        return ballots.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<BallotView> all() {
        return List.copyOf(ballots);
    }

    @Override
    public List<Member> people() {
        return StagedBallots.PEOPLE;
    }

    @Override
    public PersonId me() {
        return StagedBallots.PEOPLE.getFirst().id();
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> call(NewBallot ballot) {
        BallotView made = StagedBallots.called(ballot, me());
        ballots.addFirst(made);
        return did("call " + ballot.title(), made.id());
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> open(String id, Times times) {
        return find(id).map(ballot ->
                        did(
                                "open "
                                        + times.opens()
                                        + " "
                                        + times.closes()
                                        + " "
                                        + times.grace(),
                                ballot))
                .orElseGet(() -> refused(BallotRefusal.NO_SUCH_BALLOT));
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> withdraw(String id) {
        return find(id).map(ballot -> did("withdraw", ballot))
                .orElseGet(() -> refused(BallotRefusal.NO_SUCH_BALLOT));
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> prepare(String id, Choices choices) {
        boolean answer = find(id).flatMap(ballot -> choices.bits(ballot.questions())).isPresent();
        return answer ? did("prepare", CODE) : refused(BallotRefusal.BAD_ANSWER);
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> castDraft(String code) {
        return code.equals(CODE) ? did("cast", CODE) : refused(BallotRefusal.NO_SUCH_DRAFT);
    }

    @Override
    public CompletableFuture<BallotAnswer<byte[]>> testDraft(String code) {
        return code.equals(CODE)
                ? did("test", "{}".getBytes(StandardCharsets.UTF_8))
                : refused(BallotRefusal.NO_SUCH_DRAFT);
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> castByCard(
            String id, PollCard card, Choices choices) {
        return card.exposeText().equals(CARD)
                ? did("cast by card", CODE)
                : refused(BallotRefusal.UNKNOWN_CARD);
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> enrolAgain(String id) {
        return find(id).map(ballot -> did("enrol again", ballot))
                .orElseGet(() -> refused(BallotRefusal.NO_SUCH_BALLOT));
    }

    /// Any text in braces is the test of the first ballot.
    @Override
    public CompletableFuture<BallotAnswer<CheckedTest>> checkTest(byte[] test) {
        if (test.length == 0 || test[0] != '{') {
            return refused(BallotRefusal.NO_TEST);
        }
        List<Question> questions = ballots.getFirst().questions();
        return did(
                "check test",
                new CheckedTest(CODE, questions, new Choices(List.of(Set.of(0), Set.of(1, 2)))));
    }

    @Override
    public CompletableFuture<BallotAnswer<List<CastEnvelope>>> handOut() {
        return did("hand out", List.of());
    }

    @Override
    public CompletableFuture<BallotAnswer<Integer>> handIn(List<CastEnvelope> envelopes) {
        return did("hand in", envelopes.size());
    }

    @Override
    public List<PaperView> onPaper() {
        return List.copyOf(papers);
    }

    @Override
    public CompletableFuture<BallotAnswer<String>> callOnPaper(PaperForm form) {
        PaperView made = StagedPapers.called(form);
        papers.addFirst(made);
        return did("call on paper " + form.title(), made.id());
    }

    @Override
    public CompletableFuture<BallotAnswer<PaperView>> enterCount(String id, PaperFigures figures) {
        PaperView before =
                papers.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        PaperView after = StagedPapers.entered(before, me());
        papers.set(papers.indexOf(before), after);
        return did("enter count of " + figures.cast(), after);
    }

    @Override
    public Optional<BallotRefusal> hindered() {
        return hindered;
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotView>> destroyShare(String id) {
        return refused(BallotRefusal.TOO_EARLY);
    }

    @Override
    public CompletableFuture<BallotAnswer<BallotRecord>> record(
            String id, LocalDate day, List<String> tellers) {
        return find(id).filter(ballot -> ballot.outcome().isPresent())
                .map(ballot -> did("record", record(ballot, day, tellers)))
                .orElseGet(() -> refused(BallotRefusal.NOT_COUNTED));
    }

    private static BallotRecord record(BallotView ballot, LocalDate day, List<String> tellers) {
        BallotView.Outcome outcome = ballot.outcome().orElseThrow();
        byte[] archive = "an archive".getBytes(StandardCharsets.UTF_8);
        Held held =
                new Held(
                        ballot.title(),
                        ballot.questions().stream()
                                .map(question -> new Asked(question.text(), question.answers()))
                                .toList(),
                        day,
                        ballot.rehearsal(),
                        ballot.record().orElseThrow().fingerprint(),
                        Optional.of(Hash.sha256Plain(archive)));
        return new BallotRecord(
                archive,
                "an annex".getBytes(StandardCharsets.UTF_8),
                new Declaration(
                        held,
                        ballot.rules().orElseThrow(),
                        new Returns.Counted(outcome.figures(), outcome.late()),
                        tellers));
    }
}
