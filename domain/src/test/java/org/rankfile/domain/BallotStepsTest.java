// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.vote.step.Step;
import org.rankfile.domain.vote.step.StepCodec;
import org.rankfile.domain.vote.step.StepReader;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.List;
import java.util.Optional;

/// Every kind of step, as it stands in the hall after a whole vote.
class BallotStepsTest {
    private static final List<String> KINDS =
            List.of(
                    "call",
                    "accept",
                    "promise",
                    "reveal",
                    "share",
                    "announce",
                    "agree",
                    "enrol",
                    "enrolled",
                    "cosign",
                    "cell",
                    "receipts",
                    "end",
                    "seen",
                    "contents",
                    "closing",
                    "part",
                    "destroyed");
    private static final BallotDay DAY = wholeVote();
    private static final String ELECTION = DAY.view(0).record().orElseThrow().fingerprint();

    private static BallotDay wholeVote() {
        BallotDay day = new BallotDay(21, 1);
        day.call();
        day.open();
        for (int i = 0; i < 5; i++) {
            day.cast(i, BallotDay.YES);
        }
        day.castByCard(4, 0, BallotDay.NO);
        day.pass(95);
        BallotDay.done(day.ballots(3).destroyShare(day.id));
        return day;
    }

    @Test
    void whatIsReadIsWrittenTheSame() {
        for (String kind : KINDS) {
            List<HallWords.Said> said = new HallWords(DAY.mesh).all(kind);
            assertThat(said).as(kind).isNotEmpty();
            for (HallWords.Said each : said) {
                Step step = HallWords.read(each, ELECTION);
                assertThat(StepCodec.write(step).name()).isEqualTo(kind);
                assertThat(StepCodec.write(step).bytes()).isEqualTo(each.bytes());
            }
        }
    }

    @Test
    void damagedStepsAreReadInNoOtherFormAndHurtNobody() {
        SeededRandom random = new SeededRandom(22);
        for (String kind : KINDS) {
            byte[] bytes = new HallWords(DAY.mesh).all(kind).getFirst().bytes();
            for (int i = 0; i < 100; i++) {
                byte[] damaged = Gen.mutate(random, bytes);
                Optional<Step> step = StepReader.read(kind, damaged, ELECTION);
                step.ifPresent(
                        read -> assertThat(StepCodec.write(read).bytes()).isEqualTo(damaged));
            }
        }
    }

    @Test
    void damagedStepsInTheHallChangeNothing() {
        SeededRandom random = new SeededRandom(23);
        BallotDay day = new BallotDay(24, 0);
        day.call();
        for (String kind : KINDS) {
            for (HallWords.Said each : new HallWords(DAY.mesh).all(kind)) {
                HallWords.say(day.device(4), day.id, kind, each.bytes());
                HallWords.say(day.device(4), day.id, kind, Gen.mutate(random, each.bytes()));
            }
        }
        day.open();

        assertThat(day.view(0).turnout().enrolled()).isEqualTo(5);
    }
}
