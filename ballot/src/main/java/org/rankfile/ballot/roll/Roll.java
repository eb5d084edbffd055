// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.merkle.MerkleTree;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The registrars' work: the list of those who may vote, without names, and an entry for every
/// member that only the member and auditors can open. One registrar makes it, the others audit and
/// sign it.
///
/// @param statement to be signed and published, together with the credentials
/// @param credentials who may vote
/// @param openings one for each member, confidential
public record Roll(
        RollStatement statement, CredentialList credentials, List<LeafOpening> openings) {
    public Roll {
        openings = List.copyOf(openings);
    }

    /// A version of the roll.
    ///
    /// @param enrolled of the same roster
    /// @param version one more than that of the roll before
    /// @param random draws the salts, and with them the order of the leaves
    public static Roll of(Roster roster, Enrolled enrolled, int version, RandomGenerator random) {
        List<Entry> entries = new ArrayList<>();
        for (Roster.Member member : roster.members()) {
            Optional<Enrolment> standing =
                    Optional.ofNullable(enrolled.standing().get(member.id()));
            entries.add(new Entry(salt(random), member.id(), standing.map(Enrolment::hash)));
        }
        return of(roster.uuid(), version, entries, enrolled.credentials());
    }

    private static Hash salt(RandomGenerator random) {
        byte[] salt = new byte[Hash.BYTES];
        random.nextBytes(salt);
        return Hash.of(salt);
    }

    /// Also for tests of what dishonest registrars could publish.
    static Roll of(String uuid, int version, List<Entry> entries, CredentialList credentials) {
        List<Entry> sorted = entries.stream().sorted(Comparator.comparing(Entry::leaf)).toList();
        MerkleTree tree = MerkleTree.of(sorted.stream().map(each -> each.leaf().bytes()).toList());
        List<LeafOpening> openings = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            openings.add(new LeafOpening(sorted.get(i), tree.path(i)));
        }
        int enrolled = (int) sorted.stream().filter(e -> e.enrolment().isPresent()).count();
        Hash list = Hash.sha256Plain(credentials.bytes());
        RollStatement statement =
                new RollStatement(uuid, version, list, tree.root(), entries.size(), enrolled);
        return new Roll(statement, credentials, openings);
    }

    /// A member's own; empty for who is not in the roster.
    public Optional<LeafOpening> opening(Hash member) {
        return openings.stream().filter(each -> each.member().equals(member)).findFirst();
    }
}
