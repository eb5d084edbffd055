// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.Limits;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.VerifyKey;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/// The tellers of an election, and how many of them it takes to close it. Immutable.
///
/// @param election the election's fingerprint
/// @param tellers what their statements are verified with; their numbers begin at 0 here
public record Council(String election, List<VerifyKey> tellers) {
    /// The fewest tellers.
    public static final int FEWEST = 3;

    public Council {
        tellers = List.copyOf(tellers);
        boolean different = new HashSet<>(tellers).size() == tellers.size();
        if (tellers.size() < FEWEST || tellers.size() > Limits.TELLERS || !different) {
            throw new IllegalArgumentException("3 to 16 different tellers");
        }
    }

    /// How many tellers there are.
    public int size() {
        return tellers.size();
    }

    /// How many may lie without two sets of ballots ever being closed: one of three to six, two of
    /// seven to nine.
    public int faulty() {
        return Math.max(1, (size() - 1) / 3);
    }

    /// How many have to say the same: any two such groups have more tellers in common than may lie.
    public int quorum() {
        return (size() + faulty()) / 2 + 1;
    }

    /// Whether these are seals of a quorum for this root, each of another teller.
    public boolean sealed(Hash root, Collection<SignedVote> seals) {
        Vote seal = new Vote(Vote.Kind.SEAL, 0, root);
        return seals.stream()
                        .filter(each -> each.vote().equals(seal) && each.holds(this))
                        .map(SignedVote::teller)
                        .distinct()
                        .count()
                >= quorum();
    }
}
