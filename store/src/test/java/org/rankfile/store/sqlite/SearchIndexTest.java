// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rankfile.store.SearchIndex;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

/// ST-7.
class SearchIndexTest {
    private final SearchIndex index = SqliteSearchIndex.empty();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsByTheStartOfWordsWhateverTheirCaseAndAccents() {
        index.put("workers", "1", "María Núñez Welding nights");
        index.put("workers", "2", "Mario Nunes Paint days");
        index.put("cases", "1", "María says");

        assertThat(index.search("workers", "mari nun", 10)).containsExactlyInAnyOrder("1", "2");
        assertThat(index.search("workers", "MARÍA weld", 10)).containsExactly("1");
        assertThat(index.search("workers", "aria", 10)).isEmpty();
        assertThat(index.search("workers", "mari", 1)).hasSize(1);
    }

    @Test
    void forgetsWhatWasReplacedOrRemoved() {
        index.put("workers", "1", "old text");
        index.put("workers", "1", "new text");
        assertThat(index.search("workers", "old", 10)).isEmpty();
        assertThat(index.search("workers", "new", 10)).containsExactly("1");
        index.remove("workers", "1");
        index.remove("workers", "1");
        assertThat(index.search("workers", "new", 10)).isEmpty();
    }

    @Test
    void nothingThatIsTypedIsAnOperator() {
        index.put("workers", "1", "a OR b NEAR not");
        for (String query :
                new String[] {
                    "", "\"", "a OR", "NOT", "(", "*", "a*", "^a", "text:a", "-", "'; --"
                }) {
            assertThat(index.search("workers", query, 10).size()).isBetween(0, 1);
        }
        SeededRandom random = new SeededRandom(9);
        for (int i = 0; i < 2_000; i++) {
            assertThat(index.search("workers", Gen.text(random, 12), 10).size()).isBetween(0, 1);
        }
    }

    @Test
    void comesBackFromASnapshotAndFromNothingElse() {
        index.put("workers", "1", "Rosa");
        byte[] snapshot = index.snapshot();
        index.put("workers", "2", "Rosario");

        assertThat(index.restore(snapshot)).isTrue();
        assertThat(index.search("workers", "ros", 10)).containsExactly("1");
        index.put("workers", "3", "Rosalia");
        assertThat(index.search("workers", "ros", 10)).hasSize(2);

        assertThat(index.restore(new byte[] {1, 2, 3})).isFalse();
        assertThat(index.search("workers", "ros", 10)).isEmpty();
        index.put("workers", "3", "Rosalia");
        assertThat(index.search("workers", "ros", 10)).containsExactly("3");
    }
}
