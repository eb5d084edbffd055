// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.cast.CastCheck;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.crypto.Hash;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.office.Balloting.Open;
import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.AuthorlessGate;
import org.rankfile.oplog.AuthorlessListener;
import org.rankfile.oplog.AuthorlessObject;
import org.rankfile.oplog.Replica;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which envelopes are taken into the box: those of an open ballot, signed with a credential that
/// is or was listed. Whoever holds one could make any number with one place in the order: beyond a
/// few they wait until a witness speaks for them, which honest ones do for a few as well.
final class BallotGate implements AuthorlessGate, AuthorlessListener {
    private static final byte VERSION = 1;
    private static final CredentialList NOBODY = CredentialList.of(List.of());

    private final Replica replica;
    private final Map<String, Open> open = new HashMap<>();
    private final Set<Hash> signed = new HashSet<>();
    private final Map<Hash, CastEnvelope> brought = new HashMap<>();

    BallotGate(Replica replica) {
        this.replica = replica;
    }

    /// Ballots in which there may be voting, by their fingerprints.
    void open(Open ballot) {
        open.putIfAbsent(ballot.ready().fingerprint(), ballot);
    }

    @Override
    public Verdict judge(String circle, byte[] content) {
        if (!circle.equals(Means.CIRCLE) || content.length == 0 || content[0] != VERSION) {
            return Verdict.WAIT;
        }
        try {
            CastEnvelope envelope = CastEnvelope.read(content);
            Open ballot = open.get(envelope.ballot().electionHash());
            return ballot == null ? Verdict.WAIT : judge(ballot, envelope);
        } catch (Malformed none) {
            return Verdict.REFUSED;
        }
    }

    private Verdict judge(Open ballot, CastEnvelope envelope) {
        if (!signed.contains(envelope.id()) && !ballot.box().isProved(envelope.id())) {
            CastCheck check = new CastCheck(ballot.ready().election(), NOBODY);
            if (check.passingFlaw(envelope).isPresent()) {
                return Verdict.REFUSED;
            }
            signed.add(envelope.id());
        }
        boolean room =
                ballot.box().twins(envelope) < Limits.TWINS
                        || !ballot.box().witnesses(envelope.id()).isEmpty();
        boolean listed = ballot.rolls().everListed(envelope.ballot().credential());
        return listed && room ? Verdict.ADMITTED : Verdict.WAIT;
    }

    @Override
    public void admitted(AuthorlessObject object) {
        try {
            CastEnvelope envelope = CastEnvelope.read(object.content());
            Optional.ofNullable(open.get(envelope.ballot().electionHash()))
                    .ifPresent(ballot -> ballot.box().add(envelope));
        } catch (Malformed impossible) {
            throw new IllegalStateException("was admitted and cannot be read", impossible);
        }
    }

    /// Puts an envelope into the hall, where it says nothing of who brought it.
    ///
    /// @return whether it can ever count
    boolean put(CastEnvelope envelope) throws AppendRefused {
        byte[] bytes = envelope.bytes();
        if (judge(Means.CIRCLE, bytes) == Verdict.REFUSED) {
            return false;
        }
        brought.put(envelope.id(), envelope);
        replica.appendAuthorless(Means.CIRCLE, bytes);
        return true;
    }

    /// What was put into the hall here since the program started, admitted or not.
    Map<Hash, CastEnvelope> brought() {
        return brought;
    }
}
