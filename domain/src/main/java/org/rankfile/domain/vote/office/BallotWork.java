// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.notice.Officers;
import org.rankfile.ballot.notice.Times;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotRefused;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.NewBallot;
import org.rankfile.domain.vote.ResultFigures;
import org.rankfile.domain.vote.office.BallotOffice.Kept;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.step.CallForm;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What those want done who hold ballots. Engine thread only.
public final class BallotWork {
    private final BallotOffice office;
    private final Means means;

    /// Work on the ballots of an office.
    public BallotWork(BallotOffice office) {
        this.office = office;
        means = office.means();
    }

    /// One ballot.
    public BallotView show(String name) throws BallotRefused {
        return view(office.find(name));
    }

    private BallotView view(Kept kept) {
        return new Viewer(means).view(kept.ballot(), kept.duties().voterIfAny(), kept.tallying());
    }

    /// Calls a ballot.
    ///
    /// @return its id
    public String call(NewBallot wanted) throws BallotRefused, AppendRefused {
        if (!means.isSteward(means.me())) {
            throw new BallotRefused(BallotRefusal.NOT_STEWARD);
        }
        CallForm form = form(wanted);
        if (!Ceremony.isPossible(form.officers())) {
            throw new BallotRefused(BallotRefusal.BAD_OFFICERS);
        }
        StepCodec.Written written = StepCodec.write(new Step.Call(form));
        String id = StepCodec.id(means.me(), written.bytes());
        means.say(id, new Step.Call(form));
        return id;
    }

    private static CallForm form(NewBallot wanted) throws BallotRefused {
        if (!ResultFigures.areJudged(wanted.rules(), wanted.questions())) {
            throw new BallotRefused(BallotRefusal.BAD_RULES);
        }
        try {
            NewBallot.Asked asked = wanted.officers();
            return new CallForm(
                    wanted.title(),
                    wanted.description(),
                    wanted.questions(),
                    new String(wanted.rules().bytes(), StandardCharsets.UTF_8),
                    wanted.rehearsal(),
                    new CallForm.Named(
                            asked.registrars(),
                            asked.tellers(),
                            asked.threshold(),
                            asked.witnesses()),
                    wanted.cards());
        } catch (IllegalArgumentException bad) {
            throw new BallotRefused(BallotRefusal.BAD_FORM);
        }
    }

    /// Opens a ballot.
    public BallotView open(String name, Times times) throws BallotRefused, AppendRefused {
        Kept kept = office.find(name);
        Balloting ballot = kept.ballot();
        if (!ballot.convenor().equals(means.me())) {
            throw new BallotRefused(BallotRefusal.NOT_CONVENOR);
        }
        switch (view(kept).phase()) {
            case PREPARED -> {}
            case PREPARING, FAILED -> throw new BallotRefused(BallotRefusal.NOT_PREPARED);
            default -> throw new BallotRefused(BallotRefusal.ANNOUNCED);
        }
        if (times.closes() <= means.seconds()) {
            throw new BallotRefused(BallotRefusal.BAD_TIMES);
        }
        means.say(ballot, announce(ballot, times));
        return view(kept);
    }

    private Step.Announce announce(Balloting ballot, Times times) throws BallotRefused {
        CallForm form = ballot.form();
        List<Roster.Member> roster =
                new ArrayList<>(NoticeDuty.members(means.replica().members(Means.CIRCLE)));
        roster.addAll(form.cards());
        roster.sort(Comparator.comparing(Roster.Member::id));
        if (roster.size() > Limits.ELECTORATE) {
            throw new BallotRefused(BallotRefusal.TOO_LARGE);
        }
        try {
            Notice notice =
                    new Notice(
                            form.title(),
                            form.description(),
                            form.questions(),
                            Hash.sha256Plain(form.rules().getBytes(StandardCharsets.UTF_8)),
                            StepCodec.roster(roster),
                            roster.size(),
                            new Officers(
                                    means.myKey(),
                                    ballot.keys(form.officers().registrars()),
                                    ballot.keys(form.officers().tellers()),
                                    form.officers().threshold(),
                                    ballot.keys(form.officers().witnesses())),
                            times,
                            form.rehearsal());
            return new Step.Announce(notice, roster, notice.call(means.replica().signer()));
        } catch (IllegalArgumentException bad) {
            throw new BallotRefused(BallotRefusal.BAD_TIMES);
        }
    }

    /// Who is proved to be at fault.
    public Optional<PersonId> atFault(String name) throws BallotRefused {
        Balloting ballot = office.find(name).ballot();
        return ballot.ceremony()
                .culprit()
                .map(number -> ballot.form().officers().tellers().get(number - 1));
    }

    /// Calls a ballot off.
    public BallotView withdraw(String name) throws BallotRefused, AppendRefused {
        Kept kept = office.find(name);
        if (!kept.ballot().convenor().equals(means.me())) {
            throw new BallotRefused(BallotRefusal.NOT_CONVENOR);
        }
        if (kept.ballot().open().isPresent()) {
            throw new BallotRefused(BallotRefusal.ANNOUNCED);
        }
        if (!kept.ballot().isWithdrawn()) {
            means.say(kept.ballot(), new Step.Withdraw());
        }
        return view(kept);
    }

    /// Turns to the next attempt to close.
    public BallotView turn(String name) throws BallotRefused, AppendRefused {
        Kept kept = office.find(name);
        if (kept.duties().teller().isEmpty()) {
            throw new BallotRefused(BallotRefusal.NOT_TELLER);
        }
        Open open = kept.ballot().open().orElseThrow();
        if (means.seconds() < open.ready().notice().times().settles()) {
            throw new BallotRefused(BallotRefusal.TOO_EARLY);
        }
        kept.duties().teller().get().turn();
        return view(kept);
    }

    /// Destroys a share.
    public BallotView destroyShare(String name) throws BallotRefused, AppendRefused, IOException {
        Kept kept = office.find(name);
        BallotView view = view(kept);
        if (!view.mine().teller()) {
            throw new BallotRefused(BallotRefusal.NOT_TELLER);
        }
        if (view.phase() != BallotPhase.COUNTED && view.phase() != BallotPhase.TOO_FEW) {
            throw new BallotRefused(BallotRefusal.NOT_COUNTED);
        }
        long over = view.times().orElseThrow().settles() + Duties.DISPUTE_SECONDS;
        if (!view.rehearsal() && means.seconds() < over) {
            throw new BallotRefused(BallotRefusal.TOO_EARLY);
        }
        kept.duties().destroyShare();
        return view(kept);
    }

    /// The record of what was counted.
    public BallotRecord record(String name, LocalDate day, List<String> tellers)
            throws BallotRefused, IOException {
        Kept kept = office.find(name);
        Open open =
                kept.ballot()
                        .open()
                        .orElseThrow(() -> new BallotRefused(BallotRefusal.NOT_COUNTED));
        Tallying.Counted counted =
                kept.tallying()
                        .count(kept.ballot(), open)
                        .orElseThrow(() -> new BallotRefused(BallotRefusal.NOT_COUNTED));
        return new Recorder(kept.ballot(), open, counted).record(day, tellers);
    }
}
