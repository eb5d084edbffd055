// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.proof;

import org.rankfile.ballot.group.Base;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Proofs that one of several claims about ciphertexts is true, without saying which (Cramer,
/// Damgård and Schoenmakers; specification of Belenios 1, "Proofs of interval membership").
public final class Disjunction {
    private Disjunction() {}

    /// A claim: that a ciphertext encrypts a number.
    ///
    /// @param ciphertext what the prover or the verifier has of it
    /// @param number what it is said to encrypt
    public record Branch<C>(C ciphertext, int number) {}

    /// What the prover knows of a ciphertext.
    ///
    /// @param number what it encrypts
    /// @param randomness with what
    public record Opening(int number, Scalar randomness) {
        /// That of the sum.
        public Opening plus(Opening other, Group group) {
            return new Opening(number + other.number, group.plus(randomness, other.randomness));
        }

        @Override
        public String toString() {
            return "Opening";
        }
    }

    /// A ciphertext in the hands of the verifier, who takes powers of it.
    ///
    /// @param alpha of the group
    /// @param beta of the group
    public record Powers(Base alpha, Base beta) {}

    /// A proof for each branch, bound to the prefix. Needs no powers of the ciphertexts, since
    /// their exponents are known.
    ///
    /// @param branches the first true one is proven, the others are simulated
    /// @throws IllegalArgumentException where none is true
    public static List<Proof> prove(
            PublicKey key, String prefix, List<Branch<Opening>> branches, RandomGenerator random) {
        Group group = key.group();
        int proven = firstTrue(branches);
        List<Proof> proofs = new ArrayList<>(branches.size());
        List<Element> commitments = new ArrayList<>(2 * branches.size());
        Scalar others = group.scalar(0);
        Scalar nonce = group.random(random);
        for (int i = 0; i < branches.size(); i++) {
            if (i == proven) {
                // Filled in below: its challenge is what the hash leaves for it.
                proofs.add(new Proof(nonce, nonce));
                commitments.add(group.power(nonce));
                commitments.add(key.base().power(nonce));
            } else {
                Proof made = new Proof(group.random(random), group.random(random));
                proofs.add(made);
                simulate(key, branches.get(i), made, commitments);
                others = group.plus(others, made.challenge());
            }
        }
        Scalar randomness = branches.get(proven).ciphertext().randomness();
        Scalar challenge = group.minus(group.hash(prefix, commitments), others);
        Scalar response = group.minus(nonce, group.times(randomness, challenge));
        proofs.set(proven, new Proof(challenge, response));
        return List.copyOf(proofs);
    }

    private static int firstTrue(List<Branch<Opening>> branches) {
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).ciphertext().number() == branches.get(i).number()) {
                return i;
            }
        }
        throw new IllegalArgumentException("no branch is true");
    }

    private static void simulate(
            PublicKey key, Branch<Opening> branch, Proof proof, List<Element> commitments) {
        Group group = key.group();
        Opening opening = branch.ciphertext();
        Scalar exponent =
                group.plus(proof.response(), group.times(opening.randomness(), proof.challenge()));
        Scalar excess = group.scalar(opening.number() - branch.number());
        commitments.add(group.power(exponent));
        commitments.add(
                group.product(
                        key.base().to(exponent),
                        group.generatorBase().to(group.times(excess, proof.challenge()))));
    }

    /// Whether there is a proof for each branch and they hold together.
    public static boolean verify(
            PublicKey key, String prefix, List<Branch<Powers>> branches, List<Proof> proofs) {
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

    /// The number goes to the generator's exponent, so that all claims about a ciphertext take
    /// powers of the same two elements.
    private static void commit(
            PublicKey key, Branch<Powers> branch, Proof proof, List<Element> commitments) {
        Group group = key.group();
        Scalar challenge = proof.challenge();
        Scalar response = proof.response();
        Scalar less = group.times(group.scalar(-branch.number()), challenge);
        commitments.add(
                group.product(
                        group.generatorBase().to(response),
                        branch.ciphertext().alpha().to(challenge)));
        commitments.add(
                group.product(
                        key.base().to(response),
                        branch.ciphertext().beta().to(challenge),
                        group.generatorBase().to(less)));
    }
}
