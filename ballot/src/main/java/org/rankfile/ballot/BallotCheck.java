// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.Claim.Part;
import org.rankfile.ballot.group.Base;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.proof.Disjunction;
import org.rankfile.ballot.proof.Disjunction.Powers;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;

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

    /// What is wrong with a ballot; empty for a valid one. Some forty powers for a question of
    /// three answers.
    ///
    /// @return the place and the reason
    public Optional<String> flaw(Ballot ballot) {
        if (!ballot.electionUuid().equals(election.uuid())
                || !ballot.electionHash().equals(election.fingerprint())) {
            return Optional.of("election_hash: of another election");
        }
        Optional<Base> credential = group.member(ballot.credential());
        if (credential.isEmpty()) {
            return Optional.of("credential: not an element of the group");
        }
        return signatureFlaw(ballot, credential.get()).or(() -> answersFlaw(ballot));
    }

    private Optional<String> signatureFlaw(Ballot ballot, Base credential) {
        String hash =
                BallotJson.hash(
                        ballot.electionUuid(),
                        ballot.electionHash(),
                        ballot.credential(),
                        ballot.answers());
        if (!hash.equals(ballot.signature().hash())) {
            return Optional.of("signature.hash: of another ballot");
        }
        boolean signed =
                Knowledge.verify(group, signed(hash), credential, ballot.signature().proof());
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
        Optional<Part<Powers>> first = Optional.empty();
        for (int i = 0; i < choices.size(); i++) {
            Optional<Part<Powers>> choice = members(choices.get(i));
            if (choice.isEmpty()) {
                return Optional.of("choices[" + i + "]: not elements of the group");
            }
            if (!holds(Claim.individual(voter, choice.get()), answer.individual().get(i))) {
                return Optional.of("individual_proofs[" + i + "]: does not hold");
            }
            first = i == 0 ? choice : first;
        }
        return wholeFlaw(voter, question, answer, first.orElseThrow());
    }

    private Optional<String> wholeFlaw(
            String voter, Question question, Answer answer, Part<Powers> first) {
        String bound = Claim.answer(voter, answer.choices());
        Part<Powers> sum = sum(question, answer);
        if (!holds(Claim.overall(bound, question, first, sum), answer.overall())) {
            return Optional.of("overall_proof: does not hold");
        }
        boolean blank =
                answer.blank()
                        .map(proofs -> holds(Claim.blank(bound, first, sum), proofs))
                        .orElse(true);
        return blank ? Optional.empty() : Optional.of("blank_proof: does not hold");
    }

    private Optional<Part<Powers>> members(Ciphertext choice) {
        return group.member(choice.alpha())
                .flatMap(alpha ->
                        group.member(choice.beta())
                                .map(beta -> new Part<>(choice, new Powers(alpha, beta))));
    }

    /// All but blank. A product of elements is one, so that this is not asked again.
    private Part<Powers> sum(Question question, Answer answer) {
        Ciphertext sum =
                answer.choices().stream()
                        .skip(question.blank() ? 1 : 0)
                        .reduce((one, other) -> one.plus(other, group))
                        .orElseThrow();
        int powers = question.max() - question.min() + 1 + (question.blank() ? 1 : 0);
        return new Part<>(
                sum,
                new Powers(group.powers(sum.alpha(), powers), group.powers(sum.beta(), powers)));
    }

    private boolean holds(Claim<Powers> claim, List<Proof> proofs) {
        return Disjunction.verify(election.key(), claim.prefix(), claim.branches(), proofs);
    }
}
