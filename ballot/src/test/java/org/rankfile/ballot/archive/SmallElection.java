// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.BallotMaker;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Election.Terms;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.trustee.Committee;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.ballot.trustee.SetupFailed;
import org.rankfile.ballot.trustee.Trustee;
import org.rankfile.ballot.trustee.Trustees;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A whole election that this program makes, of which everything follows from a seed: questions,
/// with and without blank; trustees, of both kinds; weights; who votes, how often and what.
public final class SmallElection {
    private static final Group GROUP = Groups.BELENIOS_2048;
    private static final long TIME = 1_795_435_164L;

    private final SeededRandom random;
    private final Map<Integer, Scalar> secrets = new TreeMap<>();
    private final Trustees trustees;
    private final Election election;
    private final List<Credential> voters = new ArrayList<>();
    private final CredentialList list;
    private final List<Ballot> ballots = new ArrayList<>();
    private final Map<Element, List<List<Integer>>> chosen = new LinkedHashMap<>();

    /// Makes the election up to its ballots.
    public SmallElection(long seed) throws SetupFailed {
        random = new SeededRandom(seed);
        trustees = trustees(seed);
        election = Election.of(terms(), GROUP, trustees.key(GROUP));
        boolean weighted = random.nextBoolean();
        Map<Element, Integer> weights = new LinkedHashMap<>();
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            voters.add(Credential.draw(GROUP, election.uuid(), random));
            weights.put(voters.getLast().key(), weighted ? 1 + random.nextInt(4) : 1);
        }
        list = weighted ? CredentialList.of(weights) : CredentialList.of(weights.keySet());
        BallotMaker maker = new BallotMaker(election, random);
        for (int i = 0; i < voters.size() + 1; i++) {
            Credential voter = voters.get(random.nextInt(voters.size()));
            List<List<Integer>> choices = election.questions().stream().map(this::choice).toList();
            ballots.add(maker.make(voter, choices));
            chosen.put(voter.key(), choices);
        }
    }

    private Trustees trustees(long seed) throws SetupFailed {
        List<Trustee> all = new ArrayList<>();
        boolean threshold = random.nextBoolean();
        for (int i = threshold ? random.nextInt(2) : 2; i > 0; i--) {
            Scalar secret = GROUP.random(random);
            secrets.put(secrets.size() + 1, secret);
            all.add(new Trustee.Single(DecryptionKey.of(GROUP, secret, random)));
        }
        if (threshold) {
            Committee committee = new Committee(3, 2, seed);
            all.add(committee.make());
            int before = secrets.size();
            int absent = 1 + random.nextInt(3);
            for (int index = 1; index <= 3; index++) {
                if (index != absent) {
                    secrets.put(before + index, committee.share(index).secret());
                }
            }
        }
        return new Trustees(all);
    }

    private Terms terms() {
        List<Question> questions = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            List<String> answers =
                    List.of("Sí", "No \"\\", "\u007f\t✊").subList(0, 1 + random.nextInt(3));
            int min = random.nextInt(answers.size() + 1);
            int max = min + random.nextInt(answers.size() + 1 - min);
            questions.add(
                    new Question("Strike?", answers, random.nextBoolean(), min, Math.max(max, 1)));
        }
        return new Terms(
                "Vote",
                "Invented",
                questions,
                "rankfi1eE1ection99",
                Optional.of("A"),
                Optional.empty());
    }

    private List<Integer> choice(Question question) {
        while (true) {
            List<Integer> choice = new ArrayList<>();
            for (int i = 0; i < question.choices(); i++) {
                choice.add(random.nextInt(2));
            }
            if (question.allows(choice)) {
                return choice;
            }
        }
    }

    /// What has to come out.
    public List<List<Long>> expected() {
        List<List<Long>> sums = new ArrayList<>();
        for (Question question : election.questions()) {
            sums.add(new ArrayList<>(Collections.nCopies(question.choices(), 0L)));
        }
        chosen.forEach((voter, choices) -> {
            for (int i = 0; i < choices.size(); i++) {
                for (int j = 0; j < choices.get(i).size(); j++) {
                    long more = (long) choices.get(i).get(j) * list.weight(voter);
                    sums.get(i).set(j, sums.get(i).get(j) + more);
                }
            }
        });
        return sums;
    }

    /// How many ballots there are.
    public int ballots() {
        return ballots.size();
    }

    /// How many voted.
    public int voters() {
        return chosen.size();
    }

    /// The election's name.
    public String uuid() {
        return election.uuid();
    }

    /// The record of the election, with its result.
    public byte[] archive() throws IOException {
        ElectionRecord record = new ElectionRecord(election, trustees, list, ballots);
        Map<Integer, PartialDecryption> parts = new TreeMap<>();
        secrets.forEach((owner, secret) ->
                parts.put(owner, PartialDecryption.of(election, record.tally(), secret, random)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        record.write(out, TIME, parts);
        return out.toByteArray();
    }
}
