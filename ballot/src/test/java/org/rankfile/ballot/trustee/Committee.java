// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.trustee.Certificate.Place;
import org.rankfile.ballot.trustee.Participant.Share;
import org.rankfile.ballot.trustee.Trustee.Pedersen;
import org.rankfile.crypto.Hash;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;

/// Trustees who make a key together, step by step, so that a test can put one of them wrong.
public final class Committee {
    static final Group GROUP = Groups.BELENIOS_2048;

    final SeededRandom random;
    final List<TrusteeKeys> keys = new ArrayList<>();
    final List<Participant> participants = new ArrayList<>();
    final List<Certificate> certificates = new ArrayList<>();
    final List<Contribution> contributions = new ArrayList<>();
    final List<Hash> promises = new ArrayList<>();
    final List<Share> shares = new ArrayList<>();

    /// Trustees who have certificates.
    public Committee(int size, int threshold, long seed) {
        random = new SeededRandom(seed);
        for (int index = 1; index <= size; index++) {
            TrusteeKeys each = TrusteeKeys.draw(GROUP, random);
            Place place = new Place(GROUP.name(), size, threshold, index);
            keys.add(each);
            participants.add(new Participant(each, place, random));
            certificates.add(participants.getLast().certificate());
        }
    }

    void contribute() throws SetupFailed {
        for (int i = 0; i < participants.size(); i++) {
            contributions.add(participants.get(i).contribute(certificates));
            promises.add(contributions.get(i).promise(certificates.get(i)));
        }
    }

    void share() throws SetupFailed {
        for (Participant participant : participants) {
            shares.add(participant.share(certificates, promises, contributions));
        }
    }

    /// The whole set-up, by honest trustees.
    public Pedersen make() throws SetupFailed {
        contribute();
        share();
        return Participant.assemble(
                certificates, contributions, shares.stream().map(Share::key).toList());
    }

    /// The secret share of a trustee, from 1.
    public Share share(int index) {
        return shares.get(index - 1);
    }
}
