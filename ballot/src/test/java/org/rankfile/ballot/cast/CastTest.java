// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.BallotMaker;
import org.rankfile.ballot.Credential;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Election.Terms;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;
import org.rankfile.ballot.cast.CastEnvelope.Place;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Envelopes, and what counts of them.
class CastTest {
    private static final Group GROUP = Groups.BELENIOS_2048;

    private final SeededRandom random = new SeededRandom(7);
    private final Election election =
            Election.of(
                    new Terms(
                            "n",
                            "d",
                            List.of(new Question("Strike?", List.of("Yes"), false, 0, 1)),
                            "rankfi1eE1ection99",
                            Optional.empty(),
                            Optional.empty()),
                    GROUP,
                    GROUP.power(GROUP.random(random)));
    private final Credential ana = Credential.draw(GROUP, election.uuid(), random);
    private final Credential ben = Credential.draw(GROUP, election.uuid(), random);
    private final CastCheck check =
            new CastCheck(election, CredentialList.of(List.of(ana.key(), ben.key())));

    private Ballot ballot(Credential voter, int yes) {
        return new BallotMaker(election, random).make(voter, List.of(List.of(yes)));
    }

    private CastEnvelope seal(Credential voter, Ballot ballot, Place place) {
        return CastEnvelope.seal(election, ballot, voter, place, random);
    }

    private CastEnvelope cast(Credential voter, int yes, Place place) {
        return seal(voter, ballot(voter, yes), place);
    }

    @Test
    @DisplayName("CAST-1: an envelope is read as it was written, and holds")
    void anEnvelopeIsReadAsItWasWritten() throws Exception {
        CastEnvelope first = cast(ana, 1, Place.FIRST);
        CastEnvelope second = cast(ana, 0, first.next());
        for (CastEnvelope each : List.of(first, second)) {
            CastEnvelope read = CastEnvelope.read(each.bytes());
            assertThat(read.bytes()).isEqualTo(each.bytes());
            assertThat(read.id()).isEqualTo(each.id());
            assertThat(check.flaw(read)).isEmpty();
        }
        assertThat(second.previous()).contains(first.id());
        assertThat(CastEnvelope.read(second.bytes()).seq()).isOne();
    }

    @Test
    @DisplayName("CAST-2: only the credential of the ballot can put it into an envelope")
    void onlyTheVoterCanSealTheirBallot() {
        Ballot anas = ballot(ana, 1);
        assertThat(check.passingFlaw(seal(ben, anas, Place.FIRST)))
                .contains("proof: not signed with the credential");
        Credential stranger = Credential.draw(GROUP, election.uuid(), random);
        CastEnvelope unlisted = cast(stranger, 1, Place.FIRST);
        assertThat(check.isListed(unlisted)).isFalse();
        assertThat(check.passingFlaw(unlisted)).isEmpty();
        assertThat(check.flaw(unlisted)).isPresent();
    }

    @Test
    void nobodyElseCanGiveAnEnvelopeAnotherPlace() throws Exception {
        CastEnvelope first = cast(ana, 1, Place.FIRST);
        byte[] second = cast(ana, 1, first.next()).bytes();
        second[1] = 5;
        assertThat(check.passingFlaw(CastEnvelope.read(second))).isPresent();
        second[1] = 1;
        second[10] ^= 1;
        assertThat(check.passingFlaw(CastEnvelope.read(second))).isPresent();
    }

    @Test
    void brokenEnvelopesAreRefused() {
        byte[] whole = cast(ana, 1, cast(ana, 0, Place.FIRST).next()).bytes();
        SeededRandom fuzz = new SeededRandom(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = whole.clone();
            broken[fuzz.nextInt(broken.length)] ^= (byte) (1 + fuzz.nextInt(255));
            try {
                assertThat(check.flaw(CastEnvelope.read(broken))).isPresent();
            } catch (Malformed expected) {
                assertThat(expected).isNotNull();
            }
        }
        for (int length = 0; length < 200; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> CastEnvelope.read(cut));
        }
    }

    @Test
    @DisplayName("CAST-3: the last ballot counts, also where the one before it is missing")
    void theLastBallotCounts() {
        CastEnvelope first = cast(ana, 1, Place.FIRST);
        CastEnvelope second = cast(ana, 0, first.next());
        CastEnvelope third = cast(ana, 1, second.next());
        CastEnvelope bens = cast(ben, 1, Place.FIRST);
        assertThat(BallotSet.of(List.of(third, bens, first)).counted())
                .isEqualTo(Map.of(ana.key(), third, ben.key(), bens));
        assertThat(BallotSet.of(List.of(third, second, first)).exported())
                .containsExactly(first, second, third);
    }

    @Test
    @DisplayName(
            "CAST-4: of two ballots with one number the smaller hash counts, and both are kept")
    void ofTwoBallotsWithOneNumberOneCountsEverywhere() {
        CastEnvelope one = cast(ana, 1, Place.FIRST);
        CastEnvelope other = cast(ana, 0, Place.FIRST);
        CastEnvelope smaller = one.ballotHash().compareTo(other.ballotHash()) < 0 ? one : other;
        CastEnvelope larger = smaller == one ? other : one;
        BallotSet set = BallotSet.of(List.of(larger, smaller));
        assertThat(set.exported()).containsExactly(smaller);
        assertThat(set.equivocations()).containsExactly(larger);
    }

    @Test
    void aBallotThatIsCastAgainStandsWhereItWasCastLast() {
        Ballot yes = ballot(ana, 1);
        CastEnvelope first = seal(ana, yes, Place.FIRST);
        CastEnvelope second = cast(ana, 0, first.next());
        CastEnvelope third = seal(ana, yes, second.next());
        BallotSet set = BallotSet.of(List.of(first, second, third));
        assertThat(set.exported()).containsExactly(second, third);
        assertThat(set.repeated()).containsExactly(first);
    }

    @ParameterizedTest
    @DisplayName("CAST-5: any order, repetition and splitting of envelopes gives the same ballots")
    @ValueSource(longs = {1, 2, 3})
    void anyOrderAndRepetitionGivesTheSame(long seed) {
        SeededRandom draw = new SeededRandom(seed);
        List<CastEnvelope> all = new ArrayList<>();
        Map<Credential, List<Ballot>> ballots = new HashMap<>();
        for (Credential voter : List.of(ana, ben)) {
            ballots.put(voter, List.of(ballot(voter, 0), ballot(voter, 1), ballot(voter, 1)));
        }
        for (int i = 0; i < 16; i++) {
            Credential voter = draw.nextBoolean() ? ana : ben;
            Place place = Place.FIRST;
            for (int steps = draw.nextInt(3); steps > 0; steps--) {
                place = seal(voter, drawn(ballots, voter, 0), place).next();
            }
            all.add(seal(voter, drawn(ballots, voter, draw.nextInt(3)), place));
        }
        BallotSet expected = BallotSet.of(all);
        for (int i = 0; i < 200; i++) {
            List<CastEnvelope> shuffled = new ArrayList<>(all);
            shuffled.addAll(all.subList(0, draw.nextInt(all.size())));
            Collections.shuffle(shuffled, new Random(draw.nextLong()));
            BallotSet set = BallotSet.of(shuffled);
            assertThat(set.exported()).isEqualTo(expected.exported());
            assertThat(set.counted()).isEqualTo(expected.counted());
            assertThat(List.copyOf(set.repeated())).hasSameElementsAs(expected.repeated());
        }
    }

    private static Ballot drawn(Map<Credential, List<Ballot>> ballots, Credential of, int index) {
        return ballots.getOrDefault(of, List.of()).get(index);
    }
}
