// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.vote.rule.Count;
import org.rankfile.domain.vote.rule.Decision;
import org.rankfile.domain.vote.rule.Figures;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;
import org.rankfile.domain.vote.rule.Preset;
import org.rankfile.domain.vote.rule.Roll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A declaration says what the rules say of its figures (RULE-11).
class DeclarationTest {
    private static final Held HELD =
            new Held(
                    "Strike?",
                    List.of(new Asked("Strike?", List.of("Yes", "No"))),
                    LocalDate.of(2026, 11, 25),
                    false,
                    "fingerprint",
                    Optional.empty());

    private static Declaration declaration(Late late, long blank, Long... answers) {
        Roll roll = new Roll("", 200, 200, OptionalLong.empty(), 103);
        return new Declaration(
                HELD,
                Preset.SIMPLE_MAJORITY.rules(),
                new Returns.Counted(
                        new Figures(
                                List.of(
                                        new UnitFigures(
                                                roll,
                                                List.of(new Count(blank, 0, List.of(answers)))))),
                        late),
                List.of("Ana R."));
    }

    @Test
    void isDisputedOnceTheLateBallotsCouldTurnIt() {
        assertThat(declaration(new Late(2, false), 0, 53L, 50L).state())
                .isEqualTo(ResultState.DECIDED);
        assertThat(declaration(new Late(2, true), 0, 53L, 50L).state())
                .isEqualTo(ResultState.DISPUTED);
        assertThat(declaration(new Late(3, false), 0, 53L, 50L).state())
                .isEqualTo(ResultState.DISPUTED);
    }

    @Test
    void theVerdictIsTheRulesAndNobodysWord() {
        Declaration declaration = declaration(new Late(0, false), 0, 53L, 50L);
        assertThat(declaration.verdict().orElseThrow().decision()).isEqualTo(Decision.PASS);
    }

    @Test
    void figuresThatCannotBeOrAnswerAnotherQuestionAreNotDeclared() {
        Late none = new Late(0, false);
        assertThatThrownBy(() -> declaration(none, 0, 53L, 51L))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> declaration(none, 0, 53L, 50L, 0L))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutEnoughTellersThereIsNoVerdict() {
        Declaration nothing =
                new Declaration(
                        HELD,
                        Preset.SIMPLE_MAJORITY.rules(),
                        new Returns.Undecryptable(
                                List.of(new Roll("", 9, 9, OptionalLong.empty(), 9))),
                        List.of());
        assertThat(nothing.state()).isEqualTo(ResultState.UNDECRYPTABLE);
        assertThat(nothing.verdict()).isEmpty();
    }
}
