// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Secret;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// A ballot that is never cast, with all that its device kept to itself: on another device the
/// voter sees what was encrypted, and whether the code is the one that was shown before. Never
/// prints.
///
/// @param electionHash the election's fingerprint
/// @param credential the public credential that it was made for
/// @param choices for each question a 0 or 1 for each of its choices
/// @param seed 32 bytes: what all its randomness came from
public record TestBallot(
        String electionHash, Element credential, List<List<Integer>> choices, Secret seed) {
    /// The length of a seed in bytes.
    public static final int SEED_BYTES = 32;

    private static final Set<String> FIELDS =
            Set.of("election_hash", "credential", "choices", "seed");

    /// @throws IllegalArgumentException for a seed of another length
    public TestBallot {
        choices = choices.stream().map(List::copyOf).toList();
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
    }

    /// Makes the ballot's code again, which takes as long as making the ballot. The voter compares
    /// it with the one that was shown before the test, and the choices with their own: a device
    /// that encrypted others is found out by one or the other.
    ///
    /// @throws Malformed for a ballot of another election, or with what is no answer to a question
    public String code(Election election) throws Malformed {
        if (!electionHash.equals(election.fingerprint())) {
            throw new Malformed("election_hash", "of another election");
        }
        List<Question> questions = election.questions();
        if (choices.size() != questions.size()) {
            throw new Malformed("choices", "not one for each question");
        }
        for (int i = 0; i < choices.size(); i++) {
            if (!questions.get(i).allows(choices.get(i))) {
                throw new Malformed("choices[" + i + "]", "not an answer to the question");
            }
        }
        try (Draft again = Draft.of(election, credential, choices, seed)) {
            return again.code();
        }
    }

    /// Reads a tested ballot. What it comes to is for [#code] to say.
    ///
    /// @throws Malformed with the place
    public static TestBallot read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes, Limits.TEST_BYTES).only(FIELDS);
        TestBallot ballot =
                new TestBallot(
                        json.field("election_hash").text(),
                        json.field("credential").element(),
                        json.field("choices").list(Limits.QUESTIONS, question -> choice(question)),
                        Secret.copyOf(json.field("seed").hash().bytes()));
        return CanonicalJson.inOneForm(ballot, TestBallot::bytes, bytes);
    }

    private static List<Integer> choice(JsonValue question) throws Malformed {
        return question.list(Limits.ANSWERS + 1, one -> one.number(0, 1));
    }

    /// The bytes, in their one form. They say how somebody would have voted: for the voter's other
    /// device, and for nobody else.
    public byte[] bytes() {
        ObjectNode json = CanonicalJson.object().put("election_hash", electionHash);
        json.put("credential", credential.toString());
        ArrayNode array = json.putArray("choices");
        for (List<Integer> choice : choices) {
            ArrayNode numbers = array.addArray();
            choice.forEach(numbers::add);
        }
        json.put("seed", HexFormat.of().formatHex(seed.expose()));
        return CanonicalJson.bytes(json);
    }

    @Override
    public String toString() {
        return "TestBallot";
    }
}
