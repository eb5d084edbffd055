// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

final class CategoriserTest {
    private static final Prototypes TOY = ToyPrototypes.make();

    @Test
    @DisplayName("SUM-9: the best sentence decides, not the average")
    void theBestSentenceDecides() {
        Categoriser.Verdict verdict =
                judge(
                        ToyPrototypes.nothing(),
                        ToyPrototypes.axis(Category.WAGES, 0.4),
                        ToyPrototypes.axis(Category.WAGES, 0.4),
                        ToyPrototypes.axis(Category.LEAVE, 0.5));
        assertThat(verdict.category()).contains(Category.LEAVE);
        assertThat(verdict.candidates())
                .extracting(Categoriser.Scored::category)
                .startsWith(Category.LEAVE, Category.WAGES)
                .hasSize(3);
        assertThat(verdict.candidates().getFirst().score()).isEqualTo(0.5);
    }

    @Test
    @DisplayName("SUM-9: two categories within 0.03 are left to the steward, candidates shown")
    void twoCloseCategoriesAreLeftToTheSteward() {
        Categoriser.Verdict verdict =
                judge(
                        ToyPrototypes.axis(Category.WAGES, 0.5),
                        ToyPrototypes.axis(Category.LEAVE, 0.475));
        assertThat(verdict.category()).isEmpty();
        assertThat(verdict.candidates())
                .extracting(Categoriser.Scored::category)
                .startsWith(Category.WAGES, Category.LEAVE);
    }

    @Test
    @DisplayName("SUM-9: a best score below 0.25 is left to the steward")
    void aWeakBestIsLeftToTheSteward() {
        assertThat(judge(ToyPrototypes.axis(Category.SAFETY, 0.24)).category()).isEmpty();
        assertThat(judge(ToyPrototypes.axis(Category.SAFETY, 0.26)).category())
                .contains(Category.SAFETY);
    }

    private static Categoriser.Verdict judge(float[]... sentences) {
        return Categoriser.judge(List.of(sentences), TOY);
    }
}
