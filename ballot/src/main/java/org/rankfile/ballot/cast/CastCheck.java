// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.cast;

import org.rankfile.ballot.BallotCheck;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;

import java.util.Optional;

/// Says what may be handed on and what may be witnessed. Safe from any thread.
public final class CastCheck {
    private final Election election;
    private final CredentialList listed;
    private final BallotCheck ballots;

    /// @param listed who may vote, as far as it is known
    public CastCheck(Election election, CredentialList listed) {
        this.election = election;
        this.listed = listed;
        ballots = new BallotCheck(election);
    }

    /// Whether the credential is listed. One that is not may be listed later.
    public boolean isListed(CastEnvelope envelope) {
        return listed.weight(envelope.ballot().credential()) > 0;
    }

    /// What speaks against handing an envelope of a listed credential on: quick, so that a flood
    /// costs whoever sends it more than us. Three powers.
    public Optional<String> passingFlaw(CastEnvelope envelope) {
        if (!envelope.ballot().electionHash().equals(election.fingerprint())) {
            return Optional.of("ballot.election_hash: of another election");
        }
        return envelope.isSigned(election.group())
                ? Optional.empty()
                : Optional.of("proof: not signed with the credential");
    }

    /// What speaks against witnessing it: everything that would keep the ballot out of an archive.
    public Optional<String> flaw(CastEnvelope envelope) {
        if (!isListed(envelope)) {
            return Optional.of("ballot.credential: not among those that may vote");
        }
        return passingFlaw(envelope)
                .or(() -> ballots.flaw(envelope.ballot()).map("ballot."::concat));
    }
}
