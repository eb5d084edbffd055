// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The sum of ballots, encrypted: for every question a number for every choice. Does not depend on
/// the order in which ballots were added.
///
/// @param sums as many as the election has questions, each as many as the question has choices
public record EncryptedTally(List<List<Ciphertext>> sums) {
    public EncryptedTally {
        sums = sums.stream().map(List::copyOf).toList();
    }

    /// The sum of no ballots.
    public static EncryptedTally none(Election election) {
        Group group = election.group();
        Ciphertext zero = new Ciphertext(group.one(), group.one());
        return new EncryptedTally(
                election.questions().stream()
                        .map(Question::choices)
                        .map(choices -> Collections.nCopies(choices, zero))
                        .toList());
    }

    /// With one more ballot, which has to be valid.
    ///
    /// @param weight how often it counts
    public EncryptedTally plus(Election election, Ballot ballot, int weight) {
        Group group = election.group();
        List<List<Ciphertext>> added = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            List<Ciphertext> choices = ballot.answers().get(i).choices();
            List<Ciphertext> question = new ArrayList<>();
            for (int j = 0; j < choices.size(); j++) {
                Ciphertext choice = choices.get(j);
                Ciphertext weighted =
                        weight == 1 ? choice : choice.times(group.scalar(weight), group);
                question.add(sums.get(i).get(j).plus(weighted, group));
            }
            added.add(question);
        }
        return new EncryptedTally(added);
    }

    /// Whether every number is of the group, which has to be known before any is decrypted.
    public boolean isOf(Group group) {
        return sums.stream()
                .flatMap(List::stream)
                .allMatch(sum -> group.contains(sum.alpha()) && group.contains(sum.beta()));
    }

    /// The one form.
    public byte[] bytes() {
        ArrayNode questions = CanonicalJson.array();
        for (List<Ciphertext> question : sums) {
            ArrayNode choices = questions.addArray();
            question.forEach(sum -> choices.add(CryptoJson.of(sum)));
        }
        return CanonicalJson.bytes(questions);
    }

    /// Reads a tally.
    ///
    /// @throws Malformed for what is none
    public static EncryptedTally read(byte[] bytes) throws Malformed {
        return new EncryptedTally(
                CanonicalJson.read(bytes).list(Limits.QUESTIONS, EncryptedTally::question));
    }

    private static List<Ciphertext> question(JsonValue json) throws Malformed {
        return json.list(Limits.ANSWERS + 1, CryptoJson::ciphertext);
    }
}
