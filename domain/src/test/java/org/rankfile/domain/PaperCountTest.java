// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.Declaration;
import org.rankfile.domain.vote.PaperView;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Decision;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.step.PaperFigures;
import org.rankfile.domain.vote.step.PaperForm;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

class PaperCountTest {
    private static final PaperFigures RIGHT = figures(40, 28, 9, 2, 1);
    private static final PaperFigures WRONG = figures(40, 27, 10, 2, 1);

    private final BallotDay day = new BallotDay(41, 0);
    private final String id = call();

    private static PaperFigures figures(long cast, long yes, long no, long blank, long spoilt) {
        return new PaperFigures(cast, List.of(new Count(blank, spoilt, List.of(yes, no))));
    }

    private String call() {
        PaperForm form =
                new PaperForm(
                        "Strike?",
                        List.of(new Question("Strike?", List.of("Yes", "No"), true, 1, 1)),
                        new String(Preset.SIMPLE_MAJORITY.rules().bytes(), StandardCharsets.UTF_8),
                        false,
                        60,
                        List.of(day.device(1).person, day.device(2).person));
        String called = BallotDay.done(day.ballots(0).callOnPaper(form));
        day.meet();
        return called;
    }

    private PaperView view(int device) {
        return BallotDay.done(day.ballots(device).showOnPaper(id));
    }

    @Test
    @DisplayName("HOLD-14: what one teller counted is not shown before the other has counted")
    void nobodyCopies() {
        BallotDay.done(day.ballots(1).enterCount(id, RIGHT));
        day.meet();

        assertThat(new HallWords(day.mesh).all("count-shown")).isEmpty();
        assertThat(view(2).waitingFor()).containsExactly(day.device(2).person);
        assertThat(view(2).figures()).isEmpty();
    }

    @Test
    @DisplayName("HOLD-14: the same figures from both are the count, and rules are applied to it")
    void twoWhoAgree() {
        BallotDay.done(day.ballots(1).enterCount(id, RIGHT));
        BallotDay.done(day.ballots(2).enterCount(id, RIGHT));
        day.meet();

        for (int i = 0; i < 5; i++) {
            assertThat(view(i).verdict().orElseThrow().decision()).isEqualTo(Decision.PASS);
        }
        assertThat(day.device(1).secrets).isEmpty();
    }

    @Test
    @DisplayName("HOLD-14: tellers who do not agree count again, until they do")
    void twoWhoDoNot() {
        BallotDay.done(day.ballots(1).enterCount(id, RIGHT));
        BallotDay.done(day.ballots(2).enterCount(id, WRONG));
        day.meet();
        assertThat(view(0).figures()).isEmpty();
        assertThat(view(0).round()).isOne();
        assertThat(view(0).waitingFor()).hasSize(2);
        BallotDay.done(day.ballots(2).enterCount(id, RIGHT));
        BallotDay.done(day.ballots(1).enterCount(id, RIGHT));
        day.meet();

        assertThat(view(0).figures()).isPresent();
    }

    @Test
    void onlyTellersCountOnceARoundAndOnlyWhatCanBe() {
        assertThat(BallotDay.refused(day.ballots(4).enterCount(id, RIGHT)))
                .isEqualTo(BallotRefusal.NOT_YOUR_TURN);
        for (PaperFigures bad :
                List.of(
                        figures(41, 28, 9, 2, 1),
                        figures(61, 49, 9, 2, 1),
                        figures(0, 1, 0, 0, 0))) {
            assertThat(BallotDay.refused(day.ballots(1).enterCount(id, bad)))
                    .isEqualTo(BallotRefusal.BAD_FIGURES);
        }
        BallotDay.done(day.ballots(1).enterCount(id, RIGHT));
        assertThat(BallotDay.refused(day.ballots(1).enterCount(id, WRONG)))
                .isEqualTo(BallotRefusal.NOT_YOUR_TURN);
    }

    @Test
    @DisplayName("RULE-11: what all tellers counted is declared, and nothing before")
    void theCountIsDeclared() {
        LocalDate date = LocalDate.of(2026, 11, 28);
        assertThat(BallotDay.refused(day.ballots(1).declareOnPaper(id, date, List.of())))
                .isEqualTo(BallotRefusal.NOT_COUNTED);
        BallotDay.done(day.ballots(1).enterCount(id, RIGHT));
        BallotDay.done(day.ballots(2).enterCount(id, RIGHT));
        day.meet();

        Declaration declaration =
                BallotDay.done(day.ballots(0).declareOnPaper(id, date, List.of("Ana", "Ben")));
        assertThat(declaration.held().isOnPaper()).isTrue();
        assertThat(declaration.verdict().orElseThrow().decision()).isEqualTo(Decision.PASS);
        assertThat(declaration.returns().rolls().getFirst().cast()).isEqualTo(RIGHT.cast());
    }
}
