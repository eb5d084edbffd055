// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.proof.Proof;

import java.util.List;
import java.util.Optional;

/// One question's part of a ballot, encrypted, with the proofs that it is an answer.
///
/// @param choices a number for each choice of the question
/// @param individual for each, that it is 0 or 1
/// @param overall that as many are chosen as the question allows
/// @param blank where the question allows blank: that a blank answer chooses nothing
public record Answer(
        List<Ciphertext> choices,
        List<List<Proof>> individual,
        List<Proof> overall,
        Optional<List<Proof>> blank) {
    public Answer {
        choices = List.copyOf(choices);
        individual = individual.stream().map(List::copyOf).toList();
        overall = List.copyOf(overall);
        blank = blank.map(List::copyOf);
    }
}
