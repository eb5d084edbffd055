// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.ballot.TestBallot;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.CheckedTest;
import org.rankfile.domain.vote.Choices;

import java.util.List;
import java.util.Set;

class BallotBoothTest {
    private static BallotDay open(long seed) {
        BallotDay day = new BallotDay(seed, 0);
        day.call();
        day.open();
        return day;
    }

    @Test
    void aTestedBallotIsCheckedOnAnotherDeviceAndCanNotBeCast() {
        BallotDay day = open(31);
        String code =
                BallotDay.done(day.ballots(4).prepare(day.id, BallotDay.choice(BallotDay.NO)));
        TestBallot test = BallotDay.done(day.ballots(4).testDraft(code));
        CheckedTest found = BallotDay.done(day.ballots(2).checkTest(test.bytes()));

        assertThat(found.code()).isEqualTo(code);
        assertThat(found.choices()).isEqualTo(BallotDay.choice(BallotDay.NO));
        assertThat(BallotDay.refused(day.ballots(4).castDraft(code)))
                .isEqualTo(BallotRefusal.NO_SUCH_DRAFT);
        assertThat(day.view(4).vote().cast()).isEmpty();
    }

    @Test
    void whatIsPreparedIsCastOnce() {
        BallotDay day = open(32);
        String code =
                BallotDay.done(day.ballots(4).prepare(day.id, BallotDay.choice(BallotDay.NO)));
        BallotDay.done(day.ballots(4).castDraft(code));

        assertThat(BallotDay.refused(day.ballots(4).castDraft(code)))
                .isEqualTo(BallotRefusal.NO_SUCH_DRAFT);
        assertThat(day.view(4).vote().cast()).hasSize(1);
    }

    @Test
    void whatIsNoAnswerIsRefusedAndNothingIsCast() {
        BallotDay day = open(33);
        for (Choices bad :
                List.of(
                        new Choices(List.of()),
                        new Choices(List.of(Set.of(2))),
                        new Choices(List.of(Set.of(0, 1))),
                        new Choices(List.of(Set.of(0), Set.of(1))))) {
            assertThat(BallotDay.refused(day.ballots(4).cast(day.id, bad)))
                    .isEqualTo(BallotRefusal.BAD_ANSWER);
        }
        assertThat(day.view(4).vote().cast()).isEmpty();
    }

    @Test
    void nobodyVotesBeforeTheBeginningOrAfterTheEnd() {
        BallotDay day = new BallotDay(34, 0);
        day.call();
        assertThat(BallotDay.refused(day.ballots(4).cast(day.id, BallotDay.choice(0))))
                .isEqualTo(BallotRefusal.NOT_OPEN);
        day.open();
        day.pass(85);
        assertThat(BallotDay.refused(day.ballots(4).cast(day.id, BallotDay.choice(0))))
                .isEqualTo(BallotRefusal.OVER);
    }

    @Test
    void afterTwentyBallotsACredentialIsUsedUp() {
        BallotDay day = open(35);
        for (int i = 0; i < 20; i++) {
            day.cast(4, i % 2);
        }
        assertThat(BallotDay.refused(day.ballots(4).cast(day.id, BallotDay.choice(0))))
                .isEqualTo(BallotRefusal.TOO_OFTEN);
    }

    @Test
    void aNewCredentialTakesThePlaceOfALostOne() {
        BallotDay day = open(36);
        day.cast(4, BallotDay.NO);
        day.pass(25);
        BallotDay.done(day.ballots(4).enrolAgain(day.id));
        day.pass(2);
        for (int i = 0; i < 5; i++) {
            day.cast(i, BallotDay.YES);
        }
        day.pass(75);

        assertThat(day.view(0).outcome().orElseThrow().result().numbers())
                .isEqualTo(List.of(List.of(0L, 5L, 0L)));
    }
}
