// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.Ballot.Signature;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.proof.Knowledge;

import java.util.List;

/// A voter who signs whatever they like.
final class BallotForge {
    private final Fixture fixture;

    BallotForge(Fixture fixture) {
        this.fixture = fixture;
    }

    Ballot sign(Credential credential, List<Answer> answers) {
        String uuid = fixture.election.uuid();
        String election = fixture.election.fingerprint();
        String hash =
                Fingerprint.of(
                        CanonicalJson.bytes(
                                BallotJson.unsigned(uuid, election, credential.key(), answers)));
        return new Ballot(
                uuid,
                election,
                credential.key(),
                answers,
                new Signature(
                        hash,
                        Knowledge.prove(
                                Fixture.GROUP,
                                BallotCheck.signed(hash),
                                credential.secret(),
                                fixture.random)));
    }
}
