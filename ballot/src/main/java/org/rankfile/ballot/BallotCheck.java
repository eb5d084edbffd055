// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.proof.Knowledge;

import java.util.List;
import java.util.Optional;

/// Says whether a ballot is valid in an election: bound to it, signed, and every answer proven to
/// be one. Does not know who may vote. Safe from any thread.
public final class BallotCheck {
    private final Election election;
    private final Group group;

    /// Checks ballots of one election.
    public BallotCheck(Election election) {
        this.election = election;
        group = election.group();
    }

    static String signed(String hash) {
        return "sig|" + hash + "|";
    }

    /// What is wrong with a ballot; empty for a valid one. Some forty powers a question.
    ///
    /// @return the place and the reason
    public Optional<String> flaw(Ballot ballot) {
        if (!ballot.electionUuid().equals(election.uuid())
                || !ballot.electionHash().equals(election.fingerprint())) {
            return Optional.of("election_hash: of another election");
        }
        if (!group.contains(ballot.credential())) {
            return Optional.of("credential: not an element of the group");
        }
        return signatureFlaw(ballot).or(() -> answersFlaw(ballot));
    }

    private Optional<String> signatureFlaw(Ballot ballot) {
        String hash =
                Fingerprint.of(
                        CanonicalJson.bytes(
                                BallotJson.unsigned(
                                        ballot.electionUuid(),
                                        ballot.electionHash(),
                                        ballot.credential(),
                                        ballot.answers())));
        if (!hash.equals(ballot.signature().hash())) {
            return Optional.of("signature.hash: of another ballot");
        }
        boolean signed =
                Knowledge.verify(
                        group, signed(hash), ballot.credential(), ballot.signature().proof());
        return signed ? Optional.empty() : Optional.of("signature.proof: does not hold");
    }

    private Optional<String> answersFlaw(Ballot ballot) {
        List<Question> questions = election.questions();
        if (ballot.answers().size() != questions.size()) {
            return Optional.of("answers: not one for each question");
        }
        String voter = ballot.electionHash() + "|" + ballot.credential();
        for (int i = 0; i < questions.size(); i++) {
            String place = "answers[" + i + "].";
            Optional<String> flaw = flaw(voter, questions.get(i), ballot.answers().get(i));
            if (flaw.isPresent()) {
                return flaw.map(place::concat);
            }
        }
        return Optional.empty();
    }

    private Optional<String> flaw(String voter, Question question, Answer answer) {
        List<Ciphertext> choices = answer.choices();
        if (choices.size() != question.choices()) {
            return Optional.of("choices: not one for each answer");
        }
        if (answer.individual().size() != choices.size()) {
            return Optional.of("individual_proofs: not one for each choice");
        }
        if (answer.blank().isPresent() != question.blank()) {
            return Optional.of("blank_proof: where none belongs, or missing");
        }
        for (int i = 0; i < choices.size(); i++) {
            Ciphertext choice = choices.get(i);
            if (!group.contains(choice.alpha()) || !group.contains(choice.beta())) {
                return Optional.of("choices[" + i + "]: not elements of the group");
            }
            Claim claim = Claim.individual(group, voter, choice);
            if (!claim.holds(election.key(), answer.individual().get(i))) {
                return Optional.of("individual_proofs[" + i + "]: does not hold");
            }
        }
        String bound = Claim.answer(voter, choices);
        Claim overall = Claim.overall(group, bound, question, choices);
        if (!overall.holds(election.key(), answer.overall())) {
            return Optional.of("overall_proof: does not hold");
        }
        boolean blank =
                answer.blank()
                        .map(proofs ->
                                Claim.blank(group, bound, question, choices)
                                        .holds(election.key(), proofs))
                        .orElse(true);
        return blank ? Optional.empty() : Optional.of("blank_proof: does not hold");
    }
}
