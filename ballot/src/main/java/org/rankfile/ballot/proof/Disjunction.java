// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.proof;

import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Proofs that one of several ciphertexts encrypts zero, without saying which (Cramer, Damgård and
/// Schoenmakers; specification of Belenios 1, "Proofs of interval membership").
public final class Disjunction {
    private Disjunction() {}

    /// What is known of the one that encrypts zero.
    ///
    /// @param index which it is
    /// @param randomness what it was encrypted with
    public record Witness(int index, Scalar randomness) {}

    /// A proof for each branch, bound to the prefix.
    ///
    /// @param branches one of which encrypts zero with the witness's randomness
    public static List<Proof> prove(
            PublicKey key,
            String prefix,
            List<Ciphertext> branches,
            Witness witness,
            RandomGenerator random) {
        Group group = key.group();
        List<Proof> proofs = new ArrayList<>(branches.size());
        List<Element> commitments = new ArrayList<>(2 * branches.size());
        Scalar others = group.scalar(0);
        Scalar nonce = group.random(random);
        for (int i = 0; i < branches.size(); i++) {
            if (i == witness.index()) {
                // Filled in below: its challenge is what the hash leaves for it.
                proofs.add(new Proof(nonce, nonce));
                commitments.add(group.power(nonce));
                commitments.add(key.power(nonce));
            } else {
                Proof made = new Proof(group.random(random), group.random(random));
                proofs.add(made);
                commit(key, branches.get(i), made, commitments);
                others = group.plus(others, made.challenge());
            }
        }
        Scalar challenge = group.minus(group.hash(prefix, commitments), others);
        Scalar response = group.minus(nonce, group.times(witness.randomness(), challenge));
        proofs.set(witness.index(), new Proof(challenge, response));
        return List.copyOf(proofs);
    }

    /// Whether there is a proof for each branch and they hold together. The branches have to be of
    /// elements of the group.
    public static boolean verify(
            PublicKey key, String prefix, List<Ciphertext> branches, List<Proof> proofs) {
        Group group = key.group();
        if (proofs.size() != branches.size()
                || !proofs.stream().allMatch(proof -> proof.isInRange(group))) {
            return false;
        }
        List<Element> commitments = new ArrayList<>(2 * branches.size());
        Scalar sum = group.scalar(0);
        for (int i = 0; i < branches.size(); i++) {
            commit(key, branches.get(i), proofs.get(i), commitments);
            sum = group.plus(sum, proofs.get(i).challenge());
        }
        return group.hash(prefix, commitments).equals(sum);
    }

    private static void commit(
            PublicKey key, Ciphertext branch, Proof proof, List<Element> commitments) {
        Group group = key.group();
        Scalar challenge = proof.challenge();
        commitments.add(
                group.times(group.power(proof.response()), group.power(branch.alpha(), challenge)));
        commitments.add(
                group.times(key.power(proof.response()), group.power(branch.beta(), challenge)));
    }
}
