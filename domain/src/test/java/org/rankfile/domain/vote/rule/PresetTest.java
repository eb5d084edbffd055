// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.domain.vote.rule.Figures.UnitFigures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Every preset at its boundary and one below (RULE-10).
class PresetTest {
    /// Preset, entitled, present, yes, no, blank, decision.
    private static final String CASES =
            """
            SIMPLE_MAJORITY             100 100   6  5  0  PASS
            SIMPLE_MAJORITY             100 100   5  5  0  FAIL
            SIMPLE_MAJORITY             100 100   0  0  0  FAIL
            SIMPLE_MAJORITY             100 100   6  5 60  PASS
            SIMPLE_MAJORITY             100 100   0  0 60  FAIL
            TWO_THIRDS_OF_VOTES         100 100  20 10  0  PASS
            TWO_THIRDS_OF_VOTES         100 100  19 10  0  FAIL
            TWO_THIRDS_OF_VOTES         100 100  20 10 30  PASS
            TWO_THIRDS_OF_VOTES         100 100   0  0  0  FAIL
            TWO_THIRDS_OF_PRESENT       100  60  40  3  0  PASS
            TWO_THIRDS_OF_PRESENT       100  60  39  3  0  FAIL
            TWO_THIRDS_OF_PRESENT       100  60  40  0 20  PASS
            TWO_THIRDS_OF_PRESENT       100   0   0  0  0  FAIL
            THREE_QUARTERS_OF_ENTITLED  100 100  75 25  0  PASS
            THREE_QUARTERS_OF_ENTITLED  100 100  74  0  0  FAIL
            THREE_QUARTERS_OF_ENTITLED    0   0   0  0  0  FAIL
            QUARTER_TO_END              100 100  25 75  0  PASS
            QUARTER_TO_END              100 100  24 10  0  FAIL
            QUARTER_TO_END              100 100  30 30  0  PASS
            QUARTER_TO_END                0   0   0  0  0  FAIL
            UK_HALF_TURNOUT             101 101  26 25  0  PASS
            UK_HALF_TURNOUT             101 101  50  0  0  FAIL
            UK_HALF_TURNOUT             100 100  26 24  0  PASS
            UK_HALF_TURNOUT             100 100  25 25  0  FAIL
            UK_HALF_TURNOUT             100 100  25 24  1  PASS
            UK_HALF_TURNOUT             100 100  25 24  0  FAIL
            UK_PUBLIC_SERVICES          100 100  40 10  0  PASS
            UK_PUBLIC_SERVICES          100 100  39 11  0  FAIL
            UK_PUBLIC_SERVICES          100 100  49  0  0  FAIL
            UK_PUBLIC_SERVICES          100 100  40 40  0  FAIL
            AU_PROTECTED_ACTION         100 100  26 24  0  PASS
            AU_PROTECTED_ACTION         100 100  25 25  0  FAIL
            AU_PROTECTED_ACTION         100 100  49  0  0  FAIL
            TEAMSTERS_UNTIL_2021        100 100  26 24  0  PASS
            TEAMSTERS_UNTIL_2021        100 100  25 25  0  FAIL
            TEAMSTERS_UNTIL_2021        100 100  25 24  0  FAIL
            TEAMSTERS_UNTIL_2021        100 100  32 16  0  PASS
            TEAMSTERS_UNTIL_2021        100 100  31 16  0  FAIL
            """;

    @Test
    void decidesAtItsBoundaryAndOneBelow() {
        Set<Preset> tried = new HashSet<>();
        CASES.lines()
                .map(line -> line.split(" +"))
                .forEach(cells -> {
                    Preset preset = Preset.valueOf(cells[0]);
                    tried.add(preset);
                    long[] n = Stream.of(cells).skip(1).limit(5).mapToLong(Long::valueOf).toArray();
                    OptionalLong present = OptionalLong.of(n[1]);
                    UnitFigures unit =
                            new UnitFigures(
                                    new Roll("", n[0], n[0], present, n[2] + n[3] + n[4]),
                                    List.of(new Count(n[4], 0, List.of(n[2], n[3]))));
                    assertThat(RuleCases.verdict(preset.rules(), unit).decision())
                            .as(Arrays.toString(cells))
                            .isEqualTo(Decision.valueOf(cells[6]));
                });
        assertThat(tried).containsExactlyInAnyOrder(Preset.values());
    }

    @Test
    void isLabelledToBeCheckedWithDateAndSource() throws RulesRefused {
        for (Preset preset : Preset.values()) {
            RuleSet rules = preset.rules();
            assertThat(rules.label()).isEqualTo(Label.CHECK);
            assertThat(rules.origin().source()).isNotBlank();
            assertThat(rules.origin().legalDate()).isBefore(LocalDate.of(2026, 11, 26));
            assertThat(RuleSet.read(rules.bytes())).isEqualTo(rules);
        }
    }

    @Test
    void theLawOfGreatBritainChangedOn18February2026() {
        LocalDate change = LocalDate.of(2026, 2, 18);
        assertThat(Preset.UK_PUBLIC_SERVICES.rules().origin().isPast(change)).isTrue();
        assertThat(Preset.UK_PUBLIC_SERVICES.rules().origin().isPast(change.minusDays(1)))
                .isFalse();
        RuleSet now = Preset.UK_HALF_TURNOUT.rules();
        assertThat(now.origin().legalDate()).isEqualTo(change);
        assertThat(now.noticeDays()).hasValue(10);
        assertThat(now.mandate().orElseThrow().last(change)).contains(LocalDate.of(2027, 2, 17));
    }
}
