// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.closing.ClosedBox;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.notice.Times;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.BallotView.Progress;
import org.rankfile.domain.vote.Late;
import org.rankfile.domain.vote.ResultFigures;
import org.rankfile.domain.vote.ResultState;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Judgement;
import org.rankfile.domain.vote.rule.Roll;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Verdict;
import org.rankfile.domain.vote.step.CallForm;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.PersonId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Makes the picture of a ballot that people see.
final class Viewer {
    private final Means means;

    Viewer(Means means) {
        this.means = means;
    }

    BallotView view(Balloting ballot, Optional<VoterDuty> voter, Tallying tallying) {
        CallForm form = ballot.form();
        Optional<RuleSet> rules = NoticeDuty.rules(ballot);
        Optional<Open> open = ballot.open();
        Optional<Tallying.Counted> counted = open.flatMap(now -> tallying.count(ballot, now));
        BallotPhase phase = phase(ballot, counted.isPresent());
        PersonId me = means.me();
        CallForm.Named named = form.officers();
        return new BallotView(
                ballot.id(),
                form.title(),
                form.description(),
                form.questions(),
                form.rehearsal(),
                rules,
                phase,
                new BallotView.Officers(
                        ballot.convenor(),
                        named.registrars(),
                        named.tellers(),
                        named.threshold(),
                        named.witnesses()),
                new BallotView.Offices(
                        me.equals(ballot.convenor()),
                        named.registrars().contains(me),
                        named.tellers().contains(me),
                        named.witnesses().contains(me)),
                waitingFor(ballot, phase),
                times(ballot),
                open.map(
                        now -> new BallotView.Named(now.ready().uuid(), now.ready().fingerprint())),
                turnout(ballot, open),
                vote(ballot, open, voter),
                counted.map(each -> outcome(open.orElseThrow(), rules, each)));
    }

    private BallotPhase phase(Balloting ballot, boolean counted) {
        if (ballot.isWithdrawn()) {
            return BallotPhase.WITHDRAWN;
        }
        Optional<Open> open = ballot.open();
        if (open.isEmpty()) {
            if (ballot.ceremony().culprit().isPresent()) {
                return BallotPhase.FAILED;
            }
            if (!ballot.announced().isEmpty()) {
                return BallotPhase.ANNOUNCED;
            }
            boolean whole =
                    ballot.ceremony().trustees().isPresent()
                            && ballot.ceremony().missing().isEmpty();
            return whole ? BallotPhase.PREPARED : BallotPhase.PREPARING;
        }
        Schedule schedule = open.get().ready().schedule();
        if (counted) {
            return BallotPhase.COUNTED;
        }
        if (ballot.sealed().isPresent()) {
            boolean few =
                    Tallying.sealed(ballot, open.get())
                            .map(box -> box.set().counted().size() < NoticeDuty.least(ballot))
                            .orElse(false);
            return few ? BallotPhase.TOO_FEW : BallotPhase.DECRYPTING;
        }
        if (schedule.isOver(means.millis())) {
            return BallotPhase.CLOSING;
        }
        return schedule.isVoting(means.millis()) ? BallotPhase.VOTING : BallotPhase.AGREED;
    }

    private static List<PersonId> waitingFor(Balloting ballot, BallotPhase phase) {
        List<PersonId> tellers = ballot.form().officers().tellers();
        return switch (phase) {
            case PREPARING -> {
                List<PersonId> missing = ballot.ceremony().missing();
                yield missing.isEmpty() ? ballot.ceremony().late() : missing;
            }
            case ANNOUNCED -> tellers.stream().filter(person -> !ballot.hasAgreed(person)).toList();
            case DECRYPTING ->
                    tellers.stream().filter(person -> ballot.part(person).isEmpty()).toList();
            case COUNTED ->
                    tellers.stream().filter(person -> !ballot.hasDestroyed(person)).toList();
            default -> List.of();
        };
    }

    private static Optional<Times> times(Balloting ballot) {
        return ballot.open()
                .map(open -> open.ready().notice().times())
                .or(() ->
                        ballot.announced().stream()
                                .map(Step.Announce::notice)
                                .map(Notice::times)
                                .findFirst());
    }

    private static BallotView.Turnout turnout(Balloting ballot, Optional<Open> open) {
        int entitled =
                ballot.announced().stream()
                        .map(announce -> announce.notice().entitled())
                        .findFirst()
                        .orElse(0);
        int enrolled =
                open.flatMap(now -> now.rolls().standing())
                        .map(version -> version.roll().statement().enrolled())
                        .orElse(0);
        int witnessed = open.map(now -> now.box().witnessed()).orElse(0);
        return new BallotView.Turnout(entitled, enrolled, witnessed);
    }

    private BallotView.Vote vote(Balloting ballot, Optional<Open> open, Optional<VoterDuty> voter) {
        if (open.isEmpty() || voter.isEmpty()) {
            return new BallotView.Vote(false, Optional.empty(), List.of(), 0);
        }
        VoterDuty duty = voter.get();
        List<BallotView.Ticket> tickets = new ArrayList<>();
        Set<Hash> sealed =
                ballot.sealed()
                        .flatMap(ballot::contents)
                        .<Set<Hash>>map(contents -> new HashSet<>(contents.envelopes()))
                        .orElse(Set.of());
        List<CastEnvelope> cast = duty.record().map(VoterRecord::cast).orElse(List.of());
        for (CastEnvelope each : cast) {
            boolean last = each == cast.getLast();
            boolean over = open.get().ready().schedule().isOver(means.millis());
            boolean closed = ballot.sealed().flatMap(ballot::contents).isPresent();
            int witnesses = open.get().box().witnesses(each.id()).size();
            Progress progress;
            if (!last) {
                progress = Progress.REPLACED;
            } else if (closed) {
                progress = sealed.contains(each.id()) ? Progress.SEALED : Progress.NOT_COUNTED;
            } else if (witnesses >= open.get().box().needed()) {
                progress = Progress.WITNESSED;
            } else if (over) {
                progress = Progress.NOT_COUNTED;
            } else {
                progress = open.get().box().has(each.id()) ? Progress.IN_BOX : Progress.HELD;
            }
            tickets.add(new BallotView.Ticket(each.ballot().tracker(), progress, witnesses));
        }
        return new BallotView.Vote(
                duty.isEntitled(open.get()), duty.finding(open.get()), tickets, duty.nextMillis());
    }

    static BallotView.Outcome outcome(
            Open open, Optional<RuleSet> rules, Tallying.Counted counted) {
        ClosedBox box = counted.box();
        Notice notice = open.ready().notice();
        int cast = box.set().counted().size();
        Roll roll =
                new Roll(
                        open.ready().election().terms().name(),
                        notice.entitled(),
                        box.record().credentials().size(),
                        OptionalLong.empty(),
                        cast);
        Figures figures = ResultFigures.of(roll, notice.questions(), counted.result());
        Optional<Verdict> verdict =
                rules.flatMap(each ->
                        Judgement.of(each, figures) instanceof Judgement.Judged judged
                                ? Optional.of(judged.verdict())
                                : Optional.empty());
        Late late = Tallying.late(open, box);
        boolean disputed =
                verdict.map(each -> each.margin().isWithin(late.ballots(), late.revotes()))
                        .orElse(false);
        return new BallotView.Outcome(
                counted.result(),
                cast,
                box.set().exported().size(),
                late,
                box.aside().size(),
                disputed ? ResultState.DISPUTED : ResultState.DECIDED,
                figures,
                verdict,
                box.statement().root());
    }
}
