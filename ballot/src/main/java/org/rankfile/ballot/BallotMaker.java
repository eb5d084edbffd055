// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.Ballot.Signature;
import org.rankfile.ballot.Claim.Part;
import org.rankfile.ballot.group.Ciphertext;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.proof.Disjunction;
import org.rankfile.ballot.proof.Disjunction.Opening;
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
        return sign(credential, answers(credential.key(), choices));
    }

    /// The encrypted answers of whoever has this public credential.
    ///
    /// @throws IllegalArgumentException for what is not an answer to the questions
    List<Answer> answers(Element credential, List<List<Integer>> choices) {
        if (choices.size() != election.questions().size()) {
            throw new IllegalArgumentException("a ballot answers every question");
        }
        String voter = election.fingerprint() + "|" + credential;
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            answers.add(answer(voter, election.questions().get(i), choices.get(i)));
        }
        return List.copyOf(answers);
    }

    private Answer answer(String voter, Question question, List<Integer> choice) {
        if (!question.allows(choice)) {
            throw new IllegalArgumentException("not an answer to the question");
        }
        List<Part<Opening>> parts = new ArrayList<>();
        List<List<Proof>> individual = new ArrayList<>();
        for (int bit : choice) {
            Scalar secret = group.random(random);
            Ciphertext encrypted = election.key().encrypt(group.scalar(bit), secret);
            Part<Opening> part = new Part<>(encrypted, new Opening(bit, secret));
            parts.add(part);
            individual.add(prove(Claim.individual(voter, part)));
        }
        List<Ciphertext> choices = parts.stream().map(Part::sealed).toList();
        String bound = Claim.answer(voter, choices);
        Part<Opening> first = parts.getFirst();
        Part<Opening> sum =
                parts.stream().skip(question.blank() ? 1 : 0).reduce(this::plus).orElseThrow();
        List<Proof> overall = prove(Claim.overall(bound, question, first, sum));
        Optional<List<Proof>> blank =
                question.blank()
                        ? Optional.of(prove(Claim.blank(bound, first, sum)))
                        : Optional.empty();
        return new Answer(choices, individual, overall, blank);
    }

    private Part<Opening> plus(Part<Opening> one, Part<Opening> other) {
        return new Part<>(
                one.sealed().plus(other.sealed(), group), one.held().plus(other.held(), group));
    }

    private List<Proof> prove(Claim<Opening> claim) {
        return Disjunction.prove(election.key(), claim.prefix(), claim.branches(), random);
    }

    /// The ballot of answers that were made for this credential.
    Ballot sign(Credential credential, List<Answer> answers) {
        String hash =
                BallotJson.hash(election.uuid(), election.fingerprint(), credential.key(), answers);
        Proof proof = Knowledge.prove(group, BallotCheck.signed(hash), credential.secret(), random);
        return new Ballot(
                election.uuid(),
                election.fingerprint(),
                credential.key(),
                answers,
                new Signature(hash, proof));
    }
}
