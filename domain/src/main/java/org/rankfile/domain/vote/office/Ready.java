// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.closing.Council;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.notice.Notice;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.Signer;
import org.rankfile.crypto.VerifyKey;

/// A notice and what follows from it: who may vote on what, and by whose key. Immutable.
record Ready(Notice notice, Roster roster, Election election, Trustees trustees) {
    private static final Label AGREED = new Label("rankfile/ballot-election/1");

    static Ready of(Notice notice, Roster roster, Trustees trustees) {
        Election election =
                Election.of(notice.terms(), Ceremony.GROUP, trustees.key(Ceremony.GROUP));
        return new Ready(notice, roster, election, trustees);
    }

    String uuid() {
        return election.uuid();
    }

    /// What ballots are bound to.
    String fingerprint() {
        return election.fingerprint();
    }

    Council council() {
        return notice.council(fingerprint());
    }

    Schedule schedule() {
        return new Schedule(notice.times());
    }

    private byte[] statement() {
        return CanonicalJson.bytes(
                CanonicalJson.object()
                        .put("election", fingerprint())
                        .put("trustees", Hash.sha256Plain(trustees.bytes()).hex()));
    }

    /// Says as a teller that this is the election.
    Signature sign(Signer teller) {
        return teller.sign(AGREED, statement());
    }

    boolean isSignedBy(VerifyKey teller, Signature signature) {
        return teller.verify(AGREED, signature, statement());
    }
}
