// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.roll.LeafOpening.Finding;
import org.rankfile.ballot.roll.Roster;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView.Progress;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.domain.vote.step.StepReader;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class BallotDutiesTest {
    private static final SeededRandom RANDOM = new SeededRandom(77);

    @Test
    @DisplayName(
            "HOLD-1: nobody calls a ballot by another's id, and who has no office says nothing")
    void strangersSayNothing() {
        BallotDay day = new BallotDay(2, 0);
        day.call();
        byte[] call = new HallWords(day.mesh).all("call").getFirst().bytes();
        String other = StepCodec.id(day.device(0).person, new byte[] {1});
        HallWords.say(day.device(4), other, "call", call);
        HallWords.say(day.device(4), day.id, new Step.Withdraw());
        HallWords.say(day.device(4), day.id, new Step.Fault(1, Optional.empty()));
        day.meet();

        assertThat(day.ballots(1).all()).hasSize(1);
        assertThat(day.view(1).phase()).isEqualTo(BallotPhase.PREPARED);
    }

    @Test
    @DisplayName("HOLD-2: a teller whose share is not what they promised is named; there is no key")
    void aFalseContributionEndsTheBallot() {
        BallotDay day = new BallotDay(3, 0);
        day.away.add(day.device(3));
        day.call();
        day.away.clear();
        day.away.addAll(List.of(day.device(0), day.device(1), day.device(2)));
        day.meet();
        day.away.clear();
        HallWords.say(day.device(3), day.id, new Step.Promise(Hash.of(RANDOM.bytes(32))));
        // The device goes on by itself and reveals what it had prepared, which is something else.
        day.meet();
        day.meet();

        assertThat(day.view(0).phase()).isEqualTo(BallotPhase.FAILED);
        assertThat(BallotDay.refused(day.ballots(0).open(day.id, day.times())))
                .isEqualTo(BallotRefusal.NOT_PREPARED);
    }

    @Test
    @DisplayName("HOLD-3: tellers agree to no roster with somebody whom their device does not know")
    void nobodyIsInvented() {
        BallotDay day = new BallotDay(4, 0);
        day.call();
        BallotDay.done(day.ballots(0).open(day.id, day.times()));
        byte[] honest = new HallWords(day.mesh).all("announce").getLast().bytes();
        Step.Announce announce =
                (Step.Announce) StepReader.read("announce", honest, "").orElseThrow();
        BallotDay forged = new BallotDay(4, 0);
        forged.call();
        List<Roster.Member> roster = new ArrayList<>(announce.roster());
        roster.add(
                new Roster.Member(
                        Hash.of(RANDOM.bytes(32)), SigningKey.generate(RANDOM).verifyKey()));
        HallWords.say(
                forged.device(0),
                forged.id,
                BallotDay.announce(forged.device(0), announce.notice(), roster));
        forged.meet();

        assertThat(forged.view(0).phase()).isEqualTo(BallotPhase.ANNOUNCED);
        assertThat(new HallWords(forged.mesh).all("agree")).isEmpty();
    }

    @Test
    @DisplayName(
            "HOLD-4, HOLD-5: all enrol by themselves; each finds their own entry, nobody else's")
    void everybodyIsEnrolled() {
        BallotDay day = new BallotDay(5, 0);
        day.call();
        day.open();

        for (int i = 0; i < 5; i++) {
            assertThat(day.view(i).vote().entry()).contains(Finding.ENROLLED);
        }
        assertThat(day.view(0).turnout().enrolled()).isEqualTo(5);
    }

    @Test
    @DisplayName(
            "HOLD-5: if the first registrar is away the second writes, and waits for the first")
    void theSecondRegistrarTakesOver() {
        BallotDay day = new BallotDay(6, 0);
        day.call();
        BallotDay.done(day.ballots(0).open(day.id, day.times()));
        day.meet();
        // Device 0 has agreed and is gone before anybody's enrolment reaches it.
        assertThat(day.view(1).phase()).isIn(BallotPhase.AGREED, BallotPhase.VOTING);
        day.away.add(day.device(0));
        BallotDay.done(day.ballots(4).enrolAgain(day.id));
        day.pass(5);
        day.away.clear();
        day.pass(2);

        assertThat(new HallWords(day.mesh).all("enrolled"))
                .anyMatch(said -> said.op().author().equals(day.device(1).person));
        assertThat(day.view(4).vote().entry()).contains(Finding.ENROLLED);
    }

    @Test
    @DisplayName("HOLD-6: each device hands over one cell a window, all of one size, voted or not")
    void cellsTellNothing() {
        BallotDay day = new BallotDay(7, 0);
        day.call();
        day.open();
        day.cast(4, BallotDay.YES);
        day.pass(84);
        String election = day.view(0).record().orElseThrow().fingerprint();

        Map<String, List<Integer>> windows =
                new HallWords(day.mesh)
                        .all("cell").stream()
                                .collect(
                                        Collectors.groupingBy(
                                                said -> said.op().author().toString(),
                                                Collectors.mapping(
                                                        said ->
                                                                ((Step.Cell)
                                                                                HallWords.read(
                                                                                        said,
                                                                                        election))
                                                                        .window(),
                                                        Collectors.toList())));
        assertThat(windows).hasSize(5);
        assertThat(windows.values())
                .allSatisfy(each -> assertThat(each).containsExactly(0, 1, 2, 3, 4, 5, 6, 7));
        Set<Integer> sizes =
                new HallWords(day.mesh)
                        .all("cell").stream()
                                .map(said ->
                                        ((Step.Cell) HallWords.read(said, election))
                                                .letter()
                                                .ct()
                                                .length)
                                .collect(Collectors.toSet());
        assertThat(sizes).hasSize(1);
        assertThat(day.view(4).vote().cast().getFirst().progress()).isEqualTo(Progress.SEALED);
    }

    @Test
    @DisplayName(
            "HOLD-7: a ballot comes into the box at the end of the next window, receipts half a"
                    + " later")
    void witnessesWaitForTheWindow() {
        BallotDay day = new BallotDay(8, 0);
        day.call();
        day.open();
        day.cast(4, BallotDay.YES);
        day.pass(17);
        assertThat(day.view(4).vote().cast().getFirst().progress()).isEqualTo(Progress.HELD);
        day.pass(3);
        assertThat(day.view(4).vote().cast().getFirst().progress()).isEqualTo(Progress.IN_BOX);
        day.pass(5);
        assertThat(day.view(4).vote().cast().getFirst().progress()).isEqualTo(Progress.WITNESSED);
    }
}
