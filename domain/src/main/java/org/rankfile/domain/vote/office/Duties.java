// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.domain.vote.step.CallForm.Named;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.util.Optional;

/// Everything that this device has to do for one ballot. Made anew from the hall and the disk after
/// anything that failed: what was not said there was never said.
final class Duties {
    static final long DISPUTE_SECONDS = 30L * 24 * 60 * 60;

    private final Means means;
    private final Balloting ballot;
    private final BallotGate gate;
    private final Tallying tallying;
    private @Nullable TellerDuty teller;
    private @Nullable RegistrarDuty registrar;
    private @Nullable WitnessDuty witness;
    private @Nullable VoterDuty voter;

    Duties(Means means, Balloting ballot, BallotGate gate, Tallying tallying) {
        this.means = means;
        this.ballot = ballot;
        this.gate = gate;
        this.tallying = tallying;
    }

    /// Does what is due.
    void act() throws AppendRefused, IOException {
        new KeyDuty(means).act(ballot);
        new NoticeDuty(means).act(ballot);
        Optional<Open> open = ballot.open();
        if (open.isEmpty()) {
            return;
        }
        take();
        voter().act(open.get());
        if (registrar != null) {
            registrar.act(open.get());
        }
        if (witness != null) {
            witness.act(open.get());
        }
        if (teller != null) {
            teller.act(open.get());
        }
        if (tallying.count(ballot, open.get()).isPresent()) {
            forget(open.get());
        }
    }

    /// What nobody needs any more is destroyed: a credential at once, what offices were held with
    /// when disputes are over.
    private void forget(Open open) throws AppendRefused, IOException {
        voter().forget();
        long over = open.ready().notice().times().settles() + DISPUTE_SECONDS;
        if (!ballot.form().rehearsal() && means.seconds() >= over) {
            destroyShare();
        }
    }

    /// Destroys what this device's offices were held with. A teller says so.
    void destroyShare() throws AppendRefused, IOException {
        PersonId me = means.me();
        means.chest(ballot).destroyShare();
        teller = null;
        registrar = null;
        witness = null;
        if (ballot.teller(me) >= 0 && !ballot.hasDestroyed(me)) {
            means.say(ballot, new Step.Destroyed());
        }
    }

    /// The offices that this device holds the keys of.
    private void take() throws IOException {
        PersonId me = means.me();
        Named officers = ballot.form().officers();
        if (!officers.names(me) || teller != null || registrar != null || witness != null) {
            return;
        }
        Optional<OfficeKeys> held = means.chest(ballot).keys();
        if (held.isEmpty()) {
            return;
        }
        OfficeKeys keys = held.get();
        if (officers.tellers().contains(me)) {
            teller = new TellerDuty(means, ballot, officers.tellers().indexOf(me), keys);
        }
        if (officers.registrars().contains(me)) {
            int number = officers.registrars().indexOf(me);
            registrar = new RegistrarDuty(means, ballot, number, keys);
        }
        if (officers.witnesses().contains(me)) {
            int number = officers.witnesses().indexOf(me);
            witness = new WitnessDuty(means, ballot, number, keys, gate);
        }
    }

    /// The voter's; only for a ballot that all tellers agreed to.
    VoterDuty voter() throws IOException {
        VoterDuty there = voter;
        if (there == null) {
            there = new VoterDuty(means, ballot);
            voter = there;
        }
        return there;
    }

    Optional<VoterDuty> voterIfAny() {
        return Optional.ofNullable(voter);
    }

    Optional<TellerDuty> teller() {
        return Optional.ofNullable(teller);
    }
}
