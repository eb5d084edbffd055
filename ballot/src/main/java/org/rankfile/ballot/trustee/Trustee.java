// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.trustee;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.proof.Proof;

import java.util.List;
import java.util.Optional;

/// A part of an election's key: one person, who is needed, or several, of whom some are enough.
public sealed interface Trustee {
    /// Its part of the election's key.
    Element key(Group group);

    /// The public keys that its members decrypt with, in the order of their numbers.
    List<DecryptionKey> members();

    /// How many of the members are needed.
    int needed();

    /// What is wrong with it; empty where everything proven holds.
    Optional<String> flaw(Group group);

    /// One person, without whom nothing is decrypted.
    record Single(DecryptionKey member) implements Trustee {
        @Override
        public Element key(Group group) {
            return member.key();
        }

        @Override
        public List<DecryptionKey> members() {
            return List.of(member);
        }

        @Override
        public int needed() {
            return 1;
        }

        @Override
        public Optional<String> flaw(Group group) {
            return member.holds(group) ? Optional.empty() : Optional.of("pok: does not hold");
        }
    }

    /// Several people who made a key together, `threshold` of whom are enough (Pedersen).
    ///
    /// @param certificates a signed statement of each, with the keys for their messages
    /// @param commitments of each: the generator to the coefficients of their polynomial, signed
    /// @param agreements from 2.5.1 on, of each: a signature of all certificates and of what they
    ///   committed to
    /// @param members what each decrypts with
    record Pedersen(
            int threshold,
            List<Certificate> certificates,
            List<Commitments> commitments,
            List<Proof> agreements,
            List<DecryptionKey> members)
            implements Trustee {
        public Pedersen {
            certificates = List.copyOf(certificates);
            commitments = List.copyOf(commitments);
            agreements = List.copyOf(agreements);
            members = List.copyOf(members);
        }

        @Override
        public Element key(Group group) {
            return commitments.stream()
                    .map(each -> each.elements().getFirst())
                    .reduce(group.one(), group::times);
        }

        @Override
        public int needed() {
            return threshold;
        }

        @Override
        public Optional<String> flaw(Group group) {
            return new PedersenCheck(group, this).flaw();
        }
    }
}
