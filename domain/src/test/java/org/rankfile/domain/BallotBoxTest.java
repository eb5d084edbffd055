// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.roll.PollCard;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView.Progress;
import org.rankfile.testkit.SeededRandom;

import java.util.List;

class BallotBoxTest {
    @Test
    @DisplayName("HOLD-8, HOLD-10: a card's ballot waits until the card is listed, then it is in")
    void anUnlistedBallotWaits() {
        BallotDay day = new BallotDay(9, 1);
        day.call();
        day.open();
        day.away.addAll(List.of(day.device(0), day.device(1)));
        day.castByCard(3, 0, BallotDay.YES);
        day.pass(2);
        assertThat(day.device(3).penned()).isEqualTo(1);
        assertThat(day.device(2).penned()).isEqualTo(1);
        day.away.clear();
        day.pass(2);

        assertThat(day.device(3).penned()).isZero();
        assertThat(day.view(3).turnout().enrolled()).isEqualTo(6);
    }

    @Test
    @DisplayName(
            "HOLD-8: a flood of ballots of an unlisted credential stays outside, others' do not")
    void aFloodDisplacesNobody() {
        BallotDay day = new BallotDay(10, 1);
        day.call();
        day.open();
        BallotDay other = new BallotDay(10, 1);
        other.call();
        PollCard stranger = PollCard.draw(new SeededRandom(5));

        assertThat(
                        BallotDay.refused(
                                day.ballots(3).castByCard(day.id, stranger, BallotDay.choice(0))))
                .isEqualTo(BallotRefusal.UNKNOWN_CARD);
        for (int i = 0; i < 30; i++) {
            day.device(4).appendAuthorless("hall", new byte[] {2, (byte) i});
        }
        day.cast(1, BallotDay.YES);
        day.pass(30);
        assertThat(day.device(0).penned()).isEqualTo(30);
        assertThat(day.view(1).vote().cast().getFirst().progress()).isEqualTo(Progress.WITNESSED);
    }

    @Test
    @DisplayName("HOLD-8: a card that is used at five laptops at once gives one vote everywhere")
    void aCopiedCardVotesOnce() {
        BallotDay day = new BallotDay(15, 1);
        day.call();
        day.open();
        for (int i = 0; i < 5; i++) {
            day.away.clear();
            for (int j = 0; j < 5; j++) {
                if (j != i) {
                    day.away.add(day.device(j));
                }
            }
            day.castByCard(i, 0, i % 2);
        }
        day.away.clear();
        for (int i = 0; i < 5; i++) {
            day.cast(i, BallotDay.YES);
        }
        day.pass(100);

        for (int i = 0; i < 5; i++) {
            assertThat(day.view(i).phase()).isEqualTo(BallotPhase.COUNTED);
            assertThat(day.view(i).outcome().orElseThrow().counted()).isEqualTo(6);
            assertThat(day.view(i).outcome().orElseThrow().root())
                    .isEqualTo(day.view(0).outcome().orElseThrow().root());
        }
    }

    @Test
    @DisplayName("HOLD-9: a ballot that is carried by hand is witnessed like any other")
    void aCarriedBallotCounts() {
        BallotDay day = new BallotDay(11, 0);
        day.call();
        day.open();
        day.away.add(day.device(4));
        day.cast(4, BallotDay.YES);
        List<CastEnvelope> carried = BallotDay.done(day.ballots(4).handOut());
        BallotDay.done(day.ballots(3).handIn(carried));
        assertThat(BallotDay.done(day.ballots(3).handIn(carried))).isZero();
        day.pass(12);
        day.away.clear();
        day.pass(1);

        assertThat(day.view(4).vote().cast().getFirst().progress()).isEqualTo(Progress.WITNESSED);
        assertThat(BallotDay.done(day.ballots(4).handOut())).isEmpty();
    }

    @Test
    @DisplayName("HOLD-11, HOLD-12: a teller who was away finds what the others sealed")
    void aTellerComesBack() {
        BallotDay day = voted(12);
        day.away.add(day.device(3));
        day.pass(20);
        assertThat(day.view(0).phase()).isEqualTo(BallotPhase.COUNTED);
        day.away.clear();
        day.pass(3);
        assertThat(day.view(3).phase()).isEqualTo(BallotPhase.COUNTED);
        assertThat(day.view(3).outcome().orElseThrow().root())
                .isEqualTo(day.view(0).outcome().orElseThrow().root());
    }

    @Test
    @DisplayName("HOLD-12: a teller restored without their share decrypts nothing again")
    void aRestoredTellerHasNoShare() {
        BallotDay day = voted(13);
        day.device(0).secrets.keySet().removeIf(name -> name.endsWith("-share"));
        day.device(1).secrets.keySet().removeIf(name -> name.endsWith("-share"));
        day.pass(20);

        assertThat(day.view(2).phase()).isEqualTo(BallotPhase.DECRYPTING);
        assertThat(day.view(2).waitingFor())
                .containsExactly(day.device(0).person, day.device(1).person);
    }

    @Test
    @DisplayName("HOLD-13: when it is counted credentials are gone; shares when tellers say so")
    void secretsAreDestroyed() {
        BallotDay day = voted(14);
        assertThat(day.device(0).secrets.keySet()).anyMatch(name -> name.endsWith("-credential"));
        assertThat(BallotDay.refused(day.ballots(0).destroyShare(day.id)))
                .isEqualTo(BallotRefusal.NOT_COUNTED);
        day.pass(20);
        assertThat(day.device(0).secrets.keySet()).noneMatch(name -> name.endsWith("-credential"));
        assertThat(day.view(0).waitingFor()).contains(day.device(0).person);
        BallotDay.done(day.ballots(0).destroyShare(day.id));
        assertThat(day.view(0).waitingFor()).doesNotContain(day.device(0).person);

        assertThat(day.device(0).secrets.keySet()).allMatch(name -> name.endsWith("-voter"));
        assertThat(BallotDay.refused(day.ballots(4).destroyShare(day.id)))
                .isEqualTo(BallotRefusal.NOT_TELLER);
    }

    @Test
    @DisplayName("HOLD-13: what the disk refused is told, and done when it can be")
    void aFullDiskIsToldAndOvercome() {
        BallotDay day = new BallotDay(16, 0);
        day.device(2).refuses.add("-office");
        day.call();
        assertThat(day.view(0).phase()).isEqualTo(BallotPhase.PREPARING);
        assertThat(day.view(0).waitingFor()).containsExactly(day.device(2).person);
        assertThat(day.ballots(2).hindered()).contains(BallotRefusal.DISK);
        day.device(2).refuses.clear();
        day.meet();

        assertThat(day.view(0).phase()).isEqualTo(BallotPhase.PREPARED);
        assertThat(day.ballots(2).hindered()).isEmpty();
    }

    /// Everybody voted yes by the end of voting.
    private static BallotDay voted(long seed) {
        BallotDay day = new BallotDay(seed, 0);
        day.call();
        day.open();
        for (int i = 0; i < 5; i++) {
            day.cast(i, BallotDay.YES);
        }
        day.pass(82);
        return day;
    }
}
