// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.proof.Disjunction.Branch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a voter proves of a part of an answer: that one of the branches is true. The prefixes are
/// those of the specification of Belenios 1, "Proofs of interval membership" and "Proofs of
/// possibly-blank votes".
///
/// @param prefix what the proof is bound to
/// @param branches of what the prover or the verifier has of the ciphertexts
record Claim<C>(String prefix, List<Branch<C>> branches) {
    /// A ciphertext of an answer: of one choice, or the sum of all but blank.
    ///
    /// @param sealed itself
    /// @param held what the prover or the verifier has of it
    record Part<C>(Ciphertext sealed, C held) {
        private Branch<C> is(int number) {
            return new Branch<>(held, number);
        }

        private String text() {
            return sealed.alpha() + "," + sealed.beta();
        }
    }

    /// That a number is 0 or 1.
    ///
    /// @param voter `S0`: the election's fingerprint and the credential
    static <C> Claim<C> individual(String voter, Part<C> choice) {
        return new Claim<>(
                "prove|" + voter + "|" + choice.text() + "|", List.of(choice.is(0), choice.is(1)));
    }

    /// That as many answers are chosen as the question allows.
    ///
    /// @param answer `S`: the voter and all choices
    /// @param first of the choices, which is blank where that is allowed
    static <C> Claim<C> overall(String answer, Question question, Part<C> first, Part<C> sum) {
        List<Branch<C>> branches = new ArrayList<>();
        String prefix = "prove|" + answer + "|" + sum.text() + "|";
        if (question.blank()) {
            branches.add(first.is(1));
            prefix = "bproof1|" + answer + "|";
        }
        for (int chosen = question.min(); chosen <= question.max(); chosen++) {
            branches.add(sum.is(chosen));
        }
        return new Claim<>(prefix, branches);
    }

    /// That a blank answer chooses nothing: either it is not blank, or nothing is chosen.
    static <C> Claim<C> blank(String answer, Part<C> first, Part<C> sum) {
        return new Claim<>("bproof0|" + answer + "|", List.of(first.is(0), sum.is(0)));
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
}
