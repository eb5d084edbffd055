// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.trustee.Certificate;
import org.rankfile.ballot.trustee.Contribution;
import org.rankfile.ballot.trustee.Participant;
import org.rankfile.ballot.trustee.SetupFailed;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.PersonId;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Takes the offices that this device's owner is asked for, and does a teller's part in making the
/// key. What is secret is on disk before anything of it is said.
final class KeyDuty {
    private final Means means;

    KeyDuty(Means means) {
        this.means = means;
    }

    void act(Balloting ballot) throws AppendRefused, IOException {
        PersonId me = means.me();
        if (!ballot.form().officers().names(me)
                || !means.isSteward(ballot.convenor())
                || ballot.isWithdrawn()
                || ballot.open().isPresent()) {
            return;
        }
        if (ballot.ceremony().accepted(me).isEmpty()) {
            accept(ballot);
        }
        Optional<OfficeKeys> keys = means.chest(ballot).keys();
        if (ballot.teller(me) >= 0 && keys.isPresent() && !ballot.ceremony().hasFaulted(me)) {
            try {
                makeKey(ballot, keys.get());
            } catch (SetupFailed failed) {
                means.say(ballot, new Step.Fault(failed.culprit(), failed.opened()));
            }
        }
    }

    private void accept(Balloting ballot) throws AppendRefused, IOException {
        Chest chest = means.chest(ballot);
        Optional<OfficeKeys> before = chest.keys();
        OfficeKeys keys = before.isPresent() ? before.get() : OfficeKeys.draw(means.random());
        if (before.isEmpty()) {
            chest.put(keys);
        }
        int teller = ballot.teller(means.me());
        Optional<Certificate> certificate =
                teller < 0
                        ? Optional.empty()
                        : Optional.of(participant(ballot, keys).certificate());
        means.say(
                ballot,
                new Step.Accept(
                        keys.signing().verifyKey(), keys.letters().publicKey(), certificate));
    }

    private Participant participant(Balloting ballot, OfficeKeys keys) {
        Certificate.Place place = ballot.ceremony().place(ballot.teller(means.me()));
        return new Participant(keys.trustee(), place, means.random());
    }

    private void makeKey(Balloting ballot, OfficeKeys keys)
            throws SetupFailed, AppendRefused, IOException {
        Ceremony ceremony = ballot.ceremony();
        Optional<List<Certificate>> certificates = ceremony.certificates();
        if (certificates.isEmpty() || ceremony.hasShare(means.me())) {
            return;
        }
        Participant participant = participant(ballot, keys);
        Contribution contribution = contribution(ballot, participant, certificates.get());
        if (!ceremony.hasPromised(means.me())) {
            Certificate own = certificates.get().get(ballot.teller(means.me()));
            means.say(ballot, new Step.Promise(contribution.promise(own)));
        }
        Optional<List<Hash>> promises = ceremony.promises();
        if (promises.isPresent() && !ceremony.hasRevealed(means.me())) {
            means.say(ballot, new Step.Reveal(shown(contribution)));
        }
        Optional<List<Contribution>> given = ceremony.contributions();
        if (promises.isPresent() && given.isPresent()) {
            Participant.Share share =
                    participant.share(certificates.get(), promises.get(), given.get());
            means.chest(ballot).put(share.secret());
            means.say(ballot, new Step.Share(share.key()));
        }
    }

    /// Without the letter to themselves.
    private static Contribution shown(Contribution whole) {
        return new Contribution("", whole.shares(), whole.commitments(), whole.agreement());
    }

    private Contribution contribution(
            Balloting ballot, Participant participant, List<Certificate> certificates)
            throws SetupFailed, IOException {
        Chest chest = means.chest(ballot);
        Optional<Contribution> before = chest.contribution();
        if (before.isPresent()) {
            return before.get();
        }
        Contribution contribution = participant.contribute(certificates);
        chest.put(contribution);
        return contribution;
    }
}
