// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.Election.Terms;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.ballot.group.Scalar;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An election of two questions, of which one allows blank, whose private key the test knows.
final class Fixture {
    static final Group GROUP = Groups.BELENIOS_2048;
    static final String UUID = "rankfi1etestE1ection99";

    final SeededRandom random;
    final Scalar secret;
    final Election election;
    final BallotCheck check;

    Fixture(long seed) {
        random = new SeededRandom(seed);
        secret = GROUP.random(random);
        election = Election.of(terms(), GROUP, GROUP.power(secret));
        check = new BallotCheck(election);
    }

    static Terms terms() {
        List<Question> questions =
                List.of(
                        new Question("Strike?", List.of("Yes", "No"), true, 1, 1),
                        new Question("Days?", List.of("A", "B", "C"), false, 0, 2));
        return new Terms(
                "Strike vote", "invented", questions, UUID, Optional.empty(), Optional.empty());
    }

    Credential credential() {
        return Credential.draw(GROUP, UUID, random);
    }

    Ballot ballot(Credential credential, List<List<Integer>> choices) {
        return new BallotMaker(election, random).make(credential, choices);
    }

    /// Everything that may be chosen.
    static List<List<List<Integer>>> allChoices() {
        List<List<List<Integer>>> all = new ArrayList<>();
        for (List<Integer> first : vectors(3)) {
            for (List<Integer> second : vectors(3)) {
                List<Question> questions = terms().questions();
                if (questions.get(0).allows(first) && questions.get(1).allows(second)) {
                    all.add(List.of(first, second));
                }
            }
        }
        return all;
    }

    static List<List<Integer>> vectors(int length) {
        List<List<Integer>> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << length; bits++) {
            List<Integer> vector = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                vector.add(bits >> i & 1);
            }
            all.add(vector);
        }
        return all;
    }
}
