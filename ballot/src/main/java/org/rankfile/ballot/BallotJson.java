// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Ballot.Signature;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.CryptoJson;
import org.rankfile.ballot.json.JsonValue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ballots, and what they are made of, as JSON.
final class BallotJson {
    private static final Set<String> BALLOT =
            Set.of("election_uuid", "election_hash", "credential", "answers", "signature");
    private static final Set<String> ANSWER =
            Set.of("choices", "individual_proofs", "overall_proof", "blank_proof");

    private BallotJson() {}

    static byte[] bytes(Ballot ballot) {
        Signature signature = ballot.signature();
        ObjectNode json =
                unsigned(
                        ballot.electionUuid(),
                        ballot.electionHash(),
                        ballot.credential(),
                        ballot.answers());
        json.putObject("signature")
                .put("hash", signature.hash())
                .set("proof", CryptoJson.of(signature.proof()));
        return CanonicalJson.bytes(json);
    }

    /// What is signed.
    static ObjectNode unsigned(
            String uuid, String electionHash, Element credential, List<Answer> answers) {
        ObjectNode json = CanonicalJson.object().put("election_uuid", uuid);
        json.put("election_hash", electionHash).put("credential", credential.toString());
        ArrayNode array = json.putArray("answers");
        answers.forEach(answer -> array.add(json(answer)));
        return json;
    }

    /// The fingerprint of what is signed: the ballot's code.
    static String hash(String uuid, String electionHash, Element credential, List<Answer> answers) {
        return Fingerprint.of(
                CanonicalJson.bytes(unsigned(uuid, electionHash, credential, answers)));
    }

    private static ObjectNode json(Answer answer) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode choices = json.putArray("choices");
        answer.choices().forEach(choice -> choices.add(CryptoJson.of(choice)));
        ArrayNode individual = json.putArray("individual_proofs");
        answer.individual().forEach(proofs -> individual.add(CryptoJson.of(proofs)));
        json.set("overall_proof", CryptoJson.of(answer.overall()));
        answer.blank().ifPresent(proofs -> json.set("blank_proof", CryptoJson.of(proofs)));
        return json;
    }

    static Ballot read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes).only(BALLOT);
        JsonValue signature = json.field("signature").only(Set.of("hash", "proof"));
        Ballot ballot =
                new Ballot(
                        json.field("election_uuid").text(),
                        json.field("election_hash").text(),
                        json.field("credential").element(),
                        json.field("answers").list(Limits.QUESTIONS, BallotJson::answer),
                        new Signature(
                                signature.field("hash").text(),
                                CryptoJson.proof(signature.field("proof"))));
        if (!Arrays.equals(bytes(ballot), bytes)) {
            throw json.wrong("not in canonical form");
        }
        return ballot;
    }

    private static Answer answer(JsonValue json) throws Malformed {
        json.only(ANSWER);
        Optional<JsonValue> blank = json.optional("blank_proof");
        return new Answer(
                json.field("choices").list(Limits.ANSWERS + 1, CryptoJson::ciphertext),
                json.field("individual_proofs").list(Limits.ANSWERS + 1, CryptoJson::proofs),
                CryptoJson.proofs(json.field("overall_proof")),
                blank.isEmpty() ? Optional.empty() : Optional.of(CryptoJson.proofs(blank.get())));
    }
}
