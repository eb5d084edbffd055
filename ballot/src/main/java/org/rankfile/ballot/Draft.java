// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.group.Element;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SeedStream;

import java.util.List;
import java.util.random.RandomGenerator;

/// A ballot before its voter decides whether to cast it or to test it (Benaloh 2006). The code is
/// known by then; a device that encrypts something else than it shows does not know whether it will
/// be found out. What is tested is never signed, and what is signed is never shown. Safe from any
/// thread. Never prints.
public final class Draft implements AutoCloseable {
    private static final Label RANDOMNESS = new Label("rankfile/ballot-draft/1");

    private final Election election;
    private final Element credential;
    private final List<List<Integer>> choices;
    private final Secret seed;
    private final List<Answer> answers;
    private final String code;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        SIGNED,
        TESTED,
        DROPPED
    }

    private Draft(Election election, TestBallot prepared) {
        this.election = election;
        credential = prepared.credential();
        choices = prepared.choices();
        seed = prepared.seed();
        try (SeedStream stream = new SeedStream(seed, RANDOMNESS)) {
            answers = new BallotMaker(election, stream).answers(credential, choices);
        }
        code = BallotJson.hash(election.uuid(), election.fingerprint(), credential, answers);
    }

    /// Prepares a ballot. Some milliseconds.
    ///
    /// @param credential the public credential of the voter
    /// @param choices for each question a 0 or 1 for each of its choices, blank first where allowed
    /// @param seed 32 bytes, drawn for this draft alone; copied, the caller wipes its own
    /// @throws IllegalArgumentException for what is not an answer to the questions
    public static Draft of(
            Election election, Element credential, List<List<Integer>> choices, Secret seed) {
        return new Draft(
                election,
                new TestBallot(
                        election.fingerprint(), credential, choices, seed.slice(0, seed.length())));
    }

    /// What the voter writes down, or another device shows, before deciding: the fingerprint of the
    /// ballot without its signature, 43 characters. It is in the ballot that is cast.
    public String code() {
        return code;
    }

    /// Casts: the ballot with this code. The seed is wiped.
    ///
    /// @param voter the private half of the credential
    /// @param random has to be of a kind fit for secrets
    /// @throws IllegalArgumentException for another credential
    /// @throws IllegalStateException for a draft that was tested, signed or dropped
    public synchronized Ballot sign(Credential voter, RandomGenerator random) {
        if (!voter.key().equals(credential)) {
            throw new IllegalArgumentException("a draft is of one credential");
        }
        leave(State.SIGNED);
        seed.close();
        return new BallotMaker(election, random).sign(voter, answers);
    }

    /// Tests: everything that another device needs to make the code again. This draft can never be
    /// cast; the voter goes on with another one.
    ///
    /// @throws IllegalStateException for a draft that was tested, signed or dropped
    public synchronized TestBallot test() {
        leave(State.TESTED);
        return new TestBallot(election.fingerprint(), credential, choices, seed);
    }

    private void leave(State next) {
        if (state != State.OPEN) {
            throw new IllegalStateException("this draft was used");
        }
        state = next;
    }

    /// Drops a draft that was neither cast nor tested: its seed is wiped. Does nothing else.
    @Override
    public synchronized void close() {
        if (state == State.OPEN) {
            leave(State.DROPPED);
            seed.close();
        }
    }

    @Override
    public String toString() {
        return "Draft";
    }
}
