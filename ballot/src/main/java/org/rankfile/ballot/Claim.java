// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.proof.Disjunction;
import org.rankfile.ballot.proof.Disjunction.Witness;
import org.rankfile.ballot.proof.Proof;
import org.rankfile.ballot.proof.PublicKey;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a voter proves of a part of an answer: that one of the branches encrypts zero. The prefixes
/// are those of the specification of Belenios 1, "Proofs of interval membership" and "Proofs of
/// possibly-blank votes".
///
/// @param prefix what the proof is bound to
/// @param branches one of which encrypts zero
record Claim(String prefix, List<Ciphertext> branches) {
    /// That a number is 0 or 1.
    ///
    /// @param voter `S0`: the election's fingerprint and the credential
    static Claim individual(Group group, String voter, Ciphertext choice) {
        return new Claim(
                "prove|" + voter + "|" + choice.alpha() + "," + choice.beta() + "|",
                List.of(choice, choice.minusOne(group)));
    }

    /// That as many answers are chosen as the question allows.
    ///
    /// @param answer `S`: the voter and all choices
    static Claim overall(Group group, String answer, Question question, List<Ciphertext> choices) {
        List<Ciphertext> branches = new ArrayList<>();
        Ciphertext left = sum(group, question, choices);
        String prefix = "prove|" + answer + "|" + left.alpha() + "," + left.beta() + "|";
        if (question.blank()) {
            branches.add(choices.getFirst().minusOne(group));
            prefix = "bproof1|" + answer + "|";
        }
        for (int chosen = 0; chosen <= question.max(); chosen++) {
            if (chosen >= question.min()) {
                branches.add(left);
            }
            left = left.minusOne(group);
        }
        return new Claim(prefix, branches);
    }

    /// That a blank answer chooses nothing: either it is not blank, or nothing is chosen.
    static Claim blank(Group group, String answer, Question question, List<Ciphertext> choices) {
        return new Claim(
                "bproof0|" + answer + "|",
                List.of(choices.getFirst(), sum(group, question, choices)));
    }

    /// `S`: what proofs about an answer as a whole are bound to.
    static String answer(String voter, List<Ciphertext> choices) {
        return voter
                + "|"
                + choices.stream()
                        .flatMap(choice -> Stream.of(choice.alpha(), choice.beta()))
                        .map(Element::toString)
                        .collect(Collectors.joining(","));
    }

    /// How many answers are chosen, not counting blank, encrypted.
    private static Ciphertext sum(Group group, Question question, List<Ciphertext> choices) {
        return choices.stream()
                .skip(question.blank() ? 1 : 0)
                .reduce((one, other) -> one.plus(other, group))
                .orElseThrow();
    }

    List<Proof> prove(PublicKey key, Witness witness, RandomGenerator random) {
        return Disjunction.prove(key, prefix, branches, witness, random);
    }

    boolean holds(PublicKey key, List<Proof> proofs) {
        return Disjunction.verify(key, prefix, branches, proofs);
    }
}
