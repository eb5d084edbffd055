// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.Ballot.Signature;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.proof.Disjunction.Witness;
import org.rankfile.ballot.proof.Knowledge;
import org.rankfile.ballot.proof.Proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Encrypts what a voter chose, proves that it is an answer, and signs it. Uses the randomness that
/// it was given and keeps nothing of it.
public final class BallotMaker {
    private final Election election;
    private final Group group;
    private final RandomGenerator random;

    /// Makes ballots of one election.
    ///
    /// @param random has to be of a kind fit for secrets
    public BallotMaker(Election election, RandomGenerator random) {
        this.election = election;
        group = election.group();
        this.random = random;
    }

    /// A ballot.
    ///
    /// @param choices for each question a 0 or 1 for each of its choices, blank first where allowed
    /// @throws IllegalArgumentException for what is not an answer to the questions
    public Ballot make(Credential credential, List<List<Integer>> choices) {
        if (choices.size() != election.questions().size()) {
            throw new IllegalArgumentException("a ballot answers every question");
        }
        String voter = election.fingerprint() + "|" + credential.key();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            answers.add(answer(voter, election.questions().get(i), choices.get(i)));
        }
        return sign(credential, answers);
    }

    private Answer answer(String voter, Question question, List<Integer> choice) {
        if (!question.allows(choice)) {
            throw new IllegalArgumentException("not an answer to the question");
        }
        List<Scalar> secrets = new ArrayList<>();
        List<Ciphertext> choices = new ArrayList<>();
        List<List<Proof>> individual = new ArrayList<>();
        for (int bit : choice) {
            Scalar secret = group.random(random);
            Ciphertext encrypted = election.key().encrypt(group.scalar(bit), secret);
            secrets.add(secret);
            choices.add(encrypted);
            individual.add(
                    prove(Claim.individual(group, voter, encrypted), new Witness(bit, secret)));
        }
        String answer = Claim.answer(voter, choices);
        Claim overall = Claim.overall(group, answer, question, choices);
        int from = question.blank() ? 1 : 0;
        int chosen = choice.subList(from, choice.size()).stream().mapToInt(bit -> bit).sum();
        Scalar sum = secrets.stream().skip(from).reduce(group::plus).orElseThrow();
        if (!question.blank()) {
            Witness witness = new Witness(chosen - question.min(), sum);
            return new Answer(choices, individual, prove(overall, witness), Optional.empty());
        }
        boolean isBlank = choice.getFirst() == 1;
        Witness ofOverall =
                isBlank
                        ? new Witness(0, secrets.getFirst())
                        : new Witness(1 + chosen - question.min(), sum);
        Witness ofBlank = isBlank ? new Witness(1, sum) : new Witness(0, secrets.getFirst());
        Claim blank = Claim.blank(group, answer, question, choices);
        return new Answer(
                choices, individual, prove(overall, ofOverall), Optional.of(prove(blank, ofBlank)));
    }

    private List<Proof> prove(Claim claim, Witness witness) {
        return claim.prove(election.key(), witness, random);
    }

    private Ballot sign(Credential credential, List<Answer> answers) {
        String hash =
                Fingerprint.of(
                        CanonicalJson.bytes(
                                BallotJson.unsigned(
                                        election.uuid(),
                                        election.fingerprint(),
                                        credential.key(),
                                        answers)));
        Proof proof = Knowledge.prove(group, BallotCheck.signed(hash), credential.secret(), random);
        return new Ballot(
                election.uuid(),
                election.fingerprint(),
                credential.key(),
                answers,
                new Signature(hash, proof));
    }
}
