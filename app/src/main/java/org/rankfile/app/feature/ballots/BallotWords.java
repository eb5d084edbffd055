// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.ballots;

import org.rankfile.app.fx.Workplace;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Notice;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.LeafOpening.Finding;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.BallotView.Ticket;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.PersonId;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Where a ballot stands, in plain words. Window's thread.
final class BallotWords {
    private static final int MARK_CHARS = 8;
    private static final int GROUP_CHARS = 4;

    private final Workplace workplace;
    private final Polls polls;
    private final Texts texts;

    /// What the owner of this device should know of their vote.
    record Said(Notice.Kind kind, String text) {}

    BallotWords(Workplace workplace, Polls polls) {
        this.workplace = workplace;
        this.polls = polls;
        texts = workplace.texts();
    }

    /// What somebody is called; a short mark of them where that is not known.
    String name(PersonId person) {
        return polls.people().stream()
                .filter(member -> member.id().equals(person))
                .map(Member::name)
                .findFirst()
                .orElseGet(() -> person.toString().substring(0, MARK_CHARS));
    }

    /// Several, one after the other.
    String names(List<PersonId> people) {
        return people.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /// A time in seconds since 1970, where this laptop is.
    String time(long seconds) {
        return texts.moment(Instant.ofEpochSecond(seconds), workplace.session().home().zone());
    }

    /// What happens now.
    String now(BallotView ballot) {
        return texts.of(ballot.phase());
    }

    /// What or whom it waits for; empty where it waits for nothing.
    String waits(BallotView ballot) {
        if (!ballot.waitingFor().isEmpty() && ballot.phase() == BallotPhase.COUNTED) {
            return texts.get(BallotsText.WAITS_FOR_SHARES, names(ballot.waitingFor()));
        }
        if (!ballot.waitingFor().isEmpty()) {
            boolean parts = ballot.phase() == BallotPhase.DECRYPTING;
            return parts
                    ? texts.get(
                            BallotsText.WAITS_FOR_PARTS,
                            names(ballot.waitingFor()),
                            ballot.officers().threshold())
                    : texts.get(BallotsText.WAITS_FOR, names(ballot.waitingFor()));
        }
        return switch (ballot.phase()) {
            case PREPARING, DECRYPTING -> texts.get(BallotsText.WAITS_FOR_SOME);
            case ANNOUNCED -> texts.get(BallotsText.WAITS_FOR_TELLERS);
            case PREPARED ->
                    texts.get(BallotsText.WAITS_FOR_CONVENOR, name(ballot.officers().convenor()));
            case AGREED -> moment(ballot, BallotsText.WAITS_FOR_OPENING, Times::opens);
            case VOTING -> moment(ballot, BallotsText.WAITS_FOR_CLOSING, Times::closes);
            case CLOSING ->
                    ballot.times().filter(this::isSettled).isPresent()
                            ? texts.get(BallotsText.WAITS_FOR_SEAL)
                            : moment(ballot, BallotsText.WAITS_FOR_GRACE, Times::settles);
            case COUNTED, TOO_FEW, FAILED, WITHDRAWN -> "";
        };
    }

    private boolean isSettled(Times times) {
        long now = workplace.session().home().time().instant().getEpochSecond();
        return now >= times.settles();
    }

    private interface Moment {
        long of(Times times);
    }

    private String moment(BallotView ballot, BallotsText text, Moment moment) {
        return ballot.times().map(times -> texts.get(text, time(moment.of(times)))).orElse("");
    }

    /// When voting opens and closes.
    String times(BallotView ballot) {
        return ballot.times()
                .map(times ->
                        texts.get(BallotsText.TIMES, time(times.opens()), time(times.closes())))
                .orElseGet(() -> texts.get(BallotsText.NO_TIMES));
    }

    /// How many may vote and did; empty before the notice.
    String turnout(BallotView ballot) {
        BallotView.Turnout turnout = ballot.turnout();
        return turnout.entitled() == 0
                ? ""
                : texts.get(
                        BallotsText.TURNOUT,
                        turnout.entitled(),
                        turnout.enrolled(),
                        turnout.witnessed());
    }

    /// Whether the owner of this device voted, and whether that counts.
    Said mine(BallotView ballot) {
        BallotView.Vote vote = ballot.vote();
        return switch (ballot.phase()) {
            case PREPARING, PREPARED, ANNOUNCED ->
                    new Said(Notice.Kind.INFO, texts.get(BallotsText.MINE_NOT_YET));
            case WITHDRAWN, FAILED -> new Said(Notice.Kind.INFO, texts.get(BallotsText.MINE_NEVER));
            case AGREED, VOTING, CLOSING, DECRYPTING, COUNTED, TOO_FEW -> {
                if (!vote.cast().isEmpty()) {
                    yield cast(vote.cast().getLast(), vote);
                }
                yield vote.entitled()
                        ? notCast(ballot)
                        : new Said(Notice.Kind.INFO, texts.get(BallotsText.MINE_NOT_ENTITLED));
            }
        };
    }

    private Said cast(Ticket ticket, BallotView.Vote vote) {
        String said = texts.of(ticket.progress());
        return switch (ticket.progress()) {
            case HELD, IN_BOX -> {
                String next =
                        vote.nextMillis() == 0
                                ? ""
                                : " "
                                        + texts.get(
                                                BallotsText.MINE_NEXT,
                                                time(vote.nextMillis() / 1_000));
                yield new Said(Notice.Kind.WARNING, said + next);
            }
            case WITNESSED, SEALED -> new Said(Notice.Kind.DONE, said);
            case REPLACED -> new Said(Notice.Kind.INFO, said);
            case NOT_COUNTED -> new Said(Notice.Kind.ERROR, said);
        };
    }

    private Said notCast(BallotView ballot) {
        Finding entry = ballot.vote().entry().orElse(Finding.NOT_ENROLLED);
        if (entry == Finding.ENROLLED_OTHERWISE || entry == Finding.WRONG) {
            return new Said(Notice.Kind.ERROR, texts.of(entry));
        }
        return switch (ballot.phase()) {
            case AGREED -> new Said(Notice.Kind.INFO, texts.of(entry));
            case VOTING ->
                    new Said(
                            Notice.Kind.INFO,
                            texts.get(BallotsText.MINE_NONE) + " " + texts.of(entry));
            default -> new Said(Notice.Kind.INFO, texts.get(BallotsText.MINE_NOT_CAST));
        };
    }

    /// Whether a vote can be cast here now.
    static boolean canVote(BallotView ballot) {
        return ballot.phase() == BallotPhase.VOTING && ballot.vote().entitled();
    }

    /// Whether whoever lost their credential can have a new one now.
    static boolean canEnrolAgain(BallotView ballot) {
        boolean begun =
                ballot.phase() == BallotPhase.AGREED || ballot.phase() == BallotPhase.VOTING;
        return begun && ballot.vote().entitled();
    }

    /// A code or tracker in groups, as people compare it.
    static String groups(String code) {
        return code.replaceAll("(.{" + GROUP_CHARS + "})(?=.)", "$1 ");
    }
}
