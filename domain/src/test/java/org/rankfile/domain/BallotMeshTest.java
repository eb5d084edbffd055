// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.ballot.annex.AnnexCheck;
import org.rankfile.ballot.annex.ConvenorSign;
import org.rankfile.ballot.cast.CastEnvelope;
import org.rankfile.ballot.verify.ArchiveVerifier;
import org.rankfile.ballot.verify.Known;
import org.rankfile.ballot.verify.Verdict;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRecord;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.BallotView.Progress;
import org.rankfile.domain.vote.rule.Decision;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A strike vote from its call to its record, by five devices that meet now and then.
class BallotMeshTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    @Test
    void aVoteIsHeldWithARevoteABallotByFileALateOneAndAPeerAway() throws Exception {
        BallotDay day = new BallotDay(1, 3);
        day.call();
        assertThat(day.view(0).phase()).isEqualTo(BallotPhase.PREPARED);
        day.open();
        assertThat(day.view(4).phase()).isEqualTo(BallotPhase.VOTING);
        day.away.add(day.device(4));

        String first = day.cast(0, BallotDay.NO);
        day.pass(20);
        assertThat(day.view(0).vote().cast().getFirst().tracker()).isEqualTo(first);
        day.cast(0, BallotDay.YES);
        day.cast(1, BallotDay.YES);
        day.cast(2, BallotDay.YES);
        day.cast(3, BallotDay.NO);
        for (int card = 0; card < 3; card++) {
            day.castByCard(3, card, BallotDay.YES);
        }
        day.cast(4, BallotDay.YES);
        List<CastEnvelope> carried = BallotDay.done(day.ballots(4).handOut());
        assertThat(BallotDay.done(day.ballots(3).handIn(carried))).isEqualTo(1);
        day.pass(45);
        day.cast(4, BallotDay.NO);
        List<CastEnvelope> late = BallotDay.done(day.ballots(4).handOut());
        day.pass(30);
        assertThat(BallotDay.done(day.ballots(3).handIn(late))).isEqualTo(1);
        day.pass(10);
        day.away.clear();
        day.pass(5);

        for (int i = 0; i < 5; i++) {
            BallotView view = day.view(i);
            assertThat(view.phase()).isEqualTo(BallotPhase.COUNTED);
            BallotView.Outcome outcome = view.outcome().orElseThrow();
            assertThat(outcome.result().numbers()).isEqualTo(List.of(List.of(0L, 7L, 1L)));
            assertThat(outcome.counted()).isEqualTo(8);
            assertThat(outcome.ballots()).isEqualTo(9);
            assertThat(outcome.verdict().orElseThrow().decision()).isEqualTo(Decision.PASS);
        }
        assertThat(day.view(1).vote().cast().getFirst().progress()).isEqualTo(Progress.SEALED);

        BallotRecord record = BallotDay.done(day.ballots(2).record(day.id, DAY, List.of("Ana")));
        Verdict verdict =
                new ArchiveVerifier(Runnable::run, Known.NOTHING, (_, _) -> true)
                        .verify(() -> new ByteArrayInputStream(record.archive()));
        assertThat(verdict).isInstanceOf(Verdict.Holds.class);
        AnnexCheck check =
                AnnexCheck.of(() -> new ByteArrayInputStream(record.archive()), record.annex());
        assertThat(check.verdict().eligibility()).isEqualTo(Optional.empty());
        assertThat(check.verdict().closing()).isEqualTo(Optional.empty());
        assertThat(check.verdict().convenor()).isEqualTo(ConvenorSign.SIGNED);
    }
}
