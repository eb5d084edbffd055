// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.llm.extract.BriefRole;

import java.util.LinkedHashMap;
import java.util.Map;

/// Floors below what was measured (docs/model-card.md), so that a slip is seen. Six texts by one
/// author prove no more than that.
final class DevelopmentGrievancesTest {
    private static final Map<GoldGrievance, Summary> SUMMARIES = new LinkedHashMap<>();

    @BeforeAll
    static void summarise() throws LlmException {
        try (Summariser summariser = Summariser.load()) {
            for (GoldGrievance gold : GoldGrievance.all()) {
                SUMMARIES.put(gold, summariser.summarise(gold.text()));
            }
        }
        assertThat(SUMMARIES).hasSize(6);
    }

    @Test
    @DisplayName("SUM-6: every sentence is an exact piece of the source")
    void everySentenceIsAnExactPieceOfTheSource() {
        SUMMARIES.forEach((gold, summary) -> {
            assertThat(summary.refused()).isNull();
            assertThat(summary.sentences()).isNotEmpty();
            for (SummarySentence sentence : summary.sentences()) {
                assertThat(gold.text().substring(sentence.start(), sentence.end()))
                        .isEqualTo(sentence.text());
                assertThat(sentence.kind()).isEqualTo(SummarySentence.Kind.QUOTE);
            }
        });
    }

    @Test
    void mostSlotsAndKeySentencesAreFound() {
        BriefMeasure all =
                SUMMARIES.entrySet().stream()
                        .map(e -> BriefMeasure.of(e.getKey(), e.getValue()))
                        .reduce(BriefMeasure::plus)
                        .orElseThrow();
        assertThat((double) all.covered() / all.slots()).isGreaterThanOrEqualTo(0.85);
        assertThat((double) all.keyAtK() / all.k()).isGreaterThanOrEqualTo(0.5);
        assertThat((double) all.rightlyFilled() / all.filled()).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    @DisplayName("SUM-8: a deadline is found where there is one and empty where there is none")
    void deadlinesAreFoundOnlyWhereThereAreSome() {
        SUMMARIES.forEach((gold, summary) ->
                assertThat(summary.brief().of(BriefRole.DEADLINE).isEmpty())
                        .as(gold.id())
                        .isEqualTo(gold.marked(BriefRole.DEADLINE).isEmpty()));
    }

    @Test
    @DisplayName("SUM-8: a deadline that is cut out of a text is not replaced by a guess")
    void aDeadlineThatIsCutOutIsNotReplaced() throws LlmException {
        try (Summariser summariser = Summariser.load()) {
            for (GoldGrievance gold : SUMMARIES.keySet()) {
                Summary summary = summariser.summarise(gold.without(BriefRole.DEADLINE));
                assertThat(summary.brief().of(BriefRole.DEADLINE)).as(gold.id()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("SUM-9: a category that is given is right, else it is among the first two")
    void categoriesAreRightOrLeftOpen() {
        int right = 0;
        int inFirstTwo = 0;
        for (Map.Entry<GoldGrievance, Summary> entry : SUMMARIES.entrySet()) {
            Summary summary = entry.getValue();
            right += summary.category() == entry.getKey().category() ? 1 : 0;
            inFirstTwo +=
                    summary.candidates().subList(0, 2).stream()
                                    .anyMatch(c -> c.category() == entry.getKey().category())
                            ? 1
                            : 0;
            assertThat(summary.category()).isIn(null, entry.getKey().category());
        }
        assertThat(right).isGreaterThanOrEqualTo(4);
        assertThat(inFirstTwo).isGreaterThanOrEqualTo(5);
    }
}
