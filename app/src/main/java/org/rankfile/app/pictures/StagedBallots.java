// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.LeafOpening.Finding;
import org.rankfile.ballot.tally.Result;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.BallotView.Progress;
import org.rankfile.domain.vote.Late;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.ResultFigures;
import org.rankfile.domain.vote.ResultState;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The invented ballots of the pictures, and who holds them.
final class StagedBallots {
    private static final long HOUR = 60 * 60;
    private static final RuleSet RULES = Preset.UK_HALF_TURNOUT.rules();
    private static final BallotView.Turnout NOBODY = new BallotView.Turnout(0, 0, 0);
    private static final BallotView.Vote NO_VOTE =
            new BallotView.Vote(false, Optional.empty(), List.of(), 0);
    private static final String FINGERPRINT = "kT1zQ0n7V5Zb8sWm3uYxEoRfGdCjLhPa6iNq2tKvB4c";
    private static final List<Question> STRIKE =
            List.of(
                    new Question(
                            "Do we strike from 7 December unless the night shift gets its second"
                                    + " forklift driver back?",
                            List.of("Yes, strike", "No"),
                            true,
                            1,
                            1),
                    new Question(
                            "Who goes to the table for us? Up to three.",
                            List.of("Ana Reyes", "Ben Okafor", "Chiara Lund", "Dmitri Sand"),
                            true,
                            1,
                            3));

    private static final List<Question> OVERTIME =
            List.of(
                    new Question(
                            "Do we refuse overtime until there is an answer on the night shift?",
                            List.of("Yes, refuse it", "No"),
                            true,
                            1,
                            1));

    /// Everybody in the hall; the first one is us.
    static final List<Member> PEOPLE =
            Stream.of("Rosa", "Ben", "Chiara", "Dmitri", "Esra", "Femi")
                    .map(name ->
                            new Member(
                                    person(name),
                                    name,
                                    name.equals("Rosa") ? Role.MANAGER : Role.STEWARD,
                                    false,
                                    List.of()))
                    .toList();

    private StagedBallots() {}

    private static PersonId person(String name) {
        return new PersonId(Hash.sha256Plain(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<PersonId> people(int from, int to) {
        return PEOPLE.subList(from, to).stream().map(Member::id).toList();
    }

    /// All of them, as they stand at a time in seconds since 1970.
    static List<BallotView> at(long now) {
        return List.of(voting(now), prepared(), counted(now), rehearsal(now));
    }

    private static BallotView.Officers officers(int convenor) {
        return new BallotView.Officers(
                PEOPLE.get(convenor).id(), people(1, 3), people(0, 4), 3, people(2, 6));
    }

    private static BallotView voting(long now) {
        return new BallotView(
                "k2n4r6t8v0x2z4b6",
                "Strike at the warehouse",
                "Management has left our demand of 2 November without an answer.",
                STRIKE,
                false,
                Optional.of(RULES),
                BallotPhase.VOTING,
                officers(1),
                new BallotView.Offices(false, false, true, false),
                List.of(),
                Optional.of(new Times(now - 20 * HOUR, now + 28 * HOUR, Times.USUAL_GRACE)),
                Optional.of(new BallotView.Named("3mWq9ZfRb7TnKxVc1Ls8Hd", FINGERPRINT)),
                new BallotView.Turnout(214, 198, 87),
                new BallotView.Vote(true, Optional.of(Finding.ENROLLED), List.of(), 0),
                Optional.empty());
    }

    private static BallotView prepared() {
        return new BallotView(
                "m3p5s7u9w1y3a5c7",
                "New by-laws of the local",
                "",
                List.of(
                        new Question(
                                "Do we adopt the draft of 12 November?",
                                List.of("Yes", "No"),
                                true,
                                1,
                                1)),
                false,
                Optional.of(Preset.TWO_THIRDS_OF_VOTES.rules()),
                BallotPhase.PREPARED,
                officers(0),
                new BallotView.Offices(true, false, true, false),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOBODY,
                NO_VOTE,
                Optional.empty());
    }

    private static BallotView counted(long now) {
        Result result = new Result(List.of(List.of(6L, 118L, 47L)));
        return new BallotView(
                "n4q6t8v0x2z4b6d8",
                "Overtime ban in November",
                "",
                OVERTIME,
                false,
                Optional.of(RULES),
                BallotPhase.COUNTED,
                officers(1),
                new BallotView.Offices(false, false, true, false),
                List.of(),
                Optional.of(new Times(now - 300 * HOUR, now - 200 * HOUR, Times.USUAL_GRACE)),
                Optional.of(new BallotView.Named("9ZfRb7TnKxVc1Ls8Hd3mWq", FINGERPRINT)),
                new BallotView.Turnout(214, 201, 171),
                new BallotView.Vote(
                        true,
                        Optional.of(Finding.ENROLLED),
                        List.of(new BallotView.Ticket(StagedPolls.CODE, Progress.SEALED, 3)),
                        0),
                Optional.of(outcome(result)));
    }

    private static BallotView.Outcome outcome(Result result) {
        Roll roll = new Roll("", 214, 201, OptionalLong.empty(), 171);
        Figures figures = ResultFigures.of(roll, OVERTIME, result);
        Optional<Verdict> verdict =
                Judgement.of(RULES, figures) instanceof Judgement.Judged judged
                        ? Optional.of(judged.verdict())
                        : Optional.empty();
        return new BallotView.Outcome(
                result,
                171,
                180,
                new Late(2, false),
                3,
                ResultState.DECIDED,
                figures,
                verdict,
                Hash.sha256Plain(new byte[0]));
    }

    private static BallotView rehearsal(long now) {
        return new BallotView(
                "p5r7u9w1y3a5c7e9",
                "Trying it out: pizza or soup?",
                "",
                List.of(
                        new Question(
                                "What do we eat at the next meeting?",
                                List.of("Pizza", "Soup"),
                                false,
                                1,
                                1)),
                true,
                Optional.of(Preset.SIMPLE_MAJORITY.rules()),
                BallotPhase.DECRYPTING,
                officers(2),
                new BallotView.Offices(false, false, true, false),
                people(2, 4),
                Optional.of(new Times(now - 2 * HOUR, now - HOUR, 10)),
                Optional.of(new BallotView.Named("7TnKxVc1Ls8Hd3mWq9ZfRb", FINGERPRINT)),
                new BallotView.Turnout(6, 6, 6),
                new BallotView.Vote(
                        true,
                        Optional.of(Finding.ENROLLED),
                        List.of(new BallotView.Ticket(StagedPolls.CODE, Progress.SEALED, 2)),
                        0),
                Optional.empty());
    }

    /// A ballot that was called just now.
    static BallotView called(NewBallot ballot, PersonId convenor) {
        NewBallot.Asked asked = ballot.officers();
        return new BallotView(
                "q6s8v0x2z4b6d8f0",
                ballot.title(),
                ballot.description(),
                ballot.questions(),
                ballot.rehearsal(),
                Optional.of(ballot.rules()),
                BallotPhase.PREPARING,
                new BallotView.Officers(
                        convenor,
                        asked.registrars(),
                        asked.tellers(),
                        asked.threshold(),
                        asked.witnesses()),
                new BallotView.Offices(
                        true,
                        asked.registrars().contains(convenor),
                        asked.tellers().contains(convenor),
                        asked.witnesses().contains(convenor)),
                asked.tellers(),
                Optional.empty(),
                Optional.empty(),
                NOBODY,
                NO_VOTE,
                Optional.empty());
    }
}
