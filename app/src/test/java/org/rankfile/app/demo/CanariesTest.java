// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.SeededRandom;

import java.util.List;

class CanariesTest {
    private final List<String> texts = Canaries.draw(new SeededRandom(3), 200);

    @Test
    void theSeedDecidesThem() {
        assertThat(Canaries.draw(new SeededRandom(3), 200))
                .isEqualTo(texts)
                .doesNotHaveDuplicates();
        assertThat(Canaries.draw(new SeededRandom(4), 200)).doesNotContainAnyElementsOf(texts);
    }

    @Test
    void noFourLettersOfThemAreAWordThatALibraryMayHold() {
        String syllables = "[JQXZ][aeiouy]([jqxz][aeiouy]){3}";
        assertThat(texts).allMatch(text -> text.matches(syllables + "( " + syllables + "){3}"));
    }

    @Test
    void allOfThemAreSpreadOverFewNotesAndOverMany() {
        for (int workers : List.of(20, 200, 500)) {
            List<String> notes = Canaries.spread(texts, workers);
            assertThat(notes).hasSize(Math.min(workers, 200));
            assertThat(String.join(", ", notes)).contains(texts);
        }
    }
}
