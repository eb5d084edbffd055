// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.BallotPhase;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.BallotView;
import org.rankfile.domain.vote.Choices;
import org.rankfile.domain.vote.rule.Decision;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.RuleSet;
import org.rankfile.domain.vote.rule.Tally;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What rules say of votes on the mesh that are more than yes and no.
class BallotRulesTest {
    private static final Question ACTIONS =
            new Question("Which?", List.of("Strike", "Overtime ban", "Work to rule"), true, 1, 3);
    private static final RuleSet MAJORITY = Preset.SIMPLE_MAJORITY.rules();

    private static RuleSet atLeast(int ballots) {
        return new RuleSet(
                MAJORITY.origin(),
                MAJORITY.label(),
                MAJORITY.units(),
                ballots,
                MAJORITY.mandate(),
                MAJORITY.noticeDays(),
                MAJORITY.questions());
    }

    @Test
    @DisplayName("RULE-12: a question with several answers is judged, from the vote to the record")
    void severalAnswersAreJudged() {
        BallotDay day = new BallotDay(51, 1);
        day.call(ACTIONS, MAJORITY);
        day.open();
        List<Set<Integer>> votes =
                List.of(Set.of(0, 1, 2), Set.of(0, 2), Set.of(0), Set.of(1, 2), Set.of());
        for (int i = 0; i < 5; i++) {
            BallotDay.done(day.ballots(i).cast(day.id, new Choices(List.of(votes.get(i)))));
        }
        day.pass(95);

        BallotView.Outcome outcome = day.view(1).outcome().orElseThrow();
        assertThat(outcome.result().numbers()).isEqualTo(List.of(List.of(1L, 3L, 2L, 3L)));
        Tally tally =
                outcome.verdict().orElseThrow().questions().getFirst().tallies().getFirst().tally();
        assertThat(List.of(tally.yes(), tally.no(), tally.other(), tally.blank()))
                .containsExactly(3L, 1L, 0L, 1L);
        assertThat(outcome.verdict().orElseThrow().decision()).isEqualTo(Decision.PASS);
        assertThat(
                        BallotDay.done(
                                        day.ballots(1)
                                                .record(
                                                        day.id,
                                                        LocalDate.of(2026, 11, 28),
                                                        List.of("Ana")))
                                .declaration()
                                .verdict())
                .isPresent();
    }

    @Test
    @DisplayName("RULE-13: no ballot is called with rules that could never judge it")
    void rulesThatCanNeverJudgeAreRefused() {
        BallotDay day = new BallotDay(52, 0);
        Question alone = new Question("Strike?", List.of("Yes"), true, 1, 1);
        for (BallotRefusal refused :
                List.of(
                        BallotDay.refused(day.ballots(0).call(day.wanted(alone, MAJORITY))),
                        BallotDay.refused(
                                day.ballots(0)
                                        .call(
                                                day.wanted(
                                                        ACTIONS,
                                                        Preset.TWO_THIRDS_OF_PRESENT.rules()))))) {
            assertThat(refused).isEqualTo(BallotRefusal.BAD_RULES);
        }
    }

    @Test
    @DisplayName("RULE-13: fewer ballots than the rules tell of are never decrypted")
    void fewerThanTheRulesTellOfStayEncrypted() {
        BallotDay day = new BallotDay(53, 0);
        day.call(ACTIONS, atLeast(6));
        day.open();
        for (int i = 0; i < 5; i++) {
            BallotDay.done(day.ballots(i).cast(day.id, new Choices(List.of(Set.of(1)))));
        }
        day.pass(95);

        assertThat(day.view(0).phase()).isEqualTo(BallotPhase.TOO_FEW);
        assertThat(new HallWords(day.mesh).all("part")).isEmpty();
    }
}
