// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.llm.extract.BriefRole;
import org.rankfile.llm.extract.Category;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Categories that the development grievances do not have. The method was tuned while looking at
/// these texts, so the floors guard against slips and measure nothing.
final class MadeGrievancesTest {
    private record Made(Category category, String text, Summary summary) {}

    private static final List<Made> TEXTS = new ArrayList<>();

    @BeforeAll
    static void summarise() throws LlmException, IOException {
        try (InputStream in = MadeGrievancesTest.class.getResourceAsStream("made-grievances.txt");
                Summariser summariser = Summariser.load()) {
            assertThat(in).isNotNull();
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            Category category = Category.OVERTIME;
            for (String line : lines.filter(l -> !l.startsWith("#")).toList()) {
                if (line.startsWith("[")) {
                    String name = line.substring(1, line.length() - 1);
                    category = Category.valueOf(name.toUpperCase(Locale.ROOT));
                } else {
                    TEXTS.add(new Made(category, line, summariser.summarise(line)));
                }
            }
        }
        assertThat(TEXTS).hasSize(18).allMatch(made -> made.summary().refused() == null);
    }

    @Test
    @DisplayName("SUM-9: categories that are given are mostly right, the others mostly near")
    void categoriesAreMostlyRight() {
        long right = TEXTS.stream().filter(m -> m.summary().category() == m.category()).count();
        long open = TEXTS.stream().filter(m -> m.summary().category() == null).count();
        long near =
                TEXTS.stream()
                        .filter(m ->
                                m.summary().candidates().subList(0, 2).stream()
                                        .anyMatch(c -> c.category() == m.category()))
                        .count();
        assertThat(right).isGreaterThanOrEqualTo(11);
        assertThat(TEXTS.size() - right - open).isLessThanOrEqualTo(3);
        assertThat(near).isGreaterThanOrEqualTo(15);
    }

    @Test
    @DisplayName("SUM-7: the remedy is what somebody wants, the contract what somebody may cite")
    void remediesAndRulesAreFound() {
        long wanted =
                TEXTS.stream()
                        .filter(m ->
                                has(
                                        m,
                                        BriefRole.REMEDY,
                                        "want|asking|ask that|would like|Please get"))
                        .count();
        long cited =
                TEXTS.stream()
                        .filter(m ->
                                has(
                                        m,
                                        BriefRole.CONTRACT,
                                        "Article|[Cc]lause|agreement|Section|polic|Policy"
                                                + "|law|rules|regulations|contract"))
                        .count();
        assertThat(wanted).isGreaterThanOrEqualTo(16);
        assertThat(cited).isGreaterThanOrEqualTo(15);
    }

    @Test
    @DisplayName("SUM-8: no deadline is made of other dates and times")
    void noDeadlineIsMadeOfOtherDates() {
        for (Made made : TEXTS) {
            assertThat(made.summary().brief().of(BriefRole.DEADLINE))
                    .as(made.text())
                    .allMatch(index ->
                            made.summary()
                                    .sentences()
                                    .get(index)
                                    .text()
                                    .matches(
                                            ".*(ten working days|handed in|within fourteen"
                                                    + "|appeal|three months to claim|due)"
                                                    + ".*"));
        }
    }

    private static boolean has(Made made, BriefRole role, String pattern) {
        return made.summary().brief().of(role).stream()
                .map(made.summary().sentences()::get)
                .anyMatch(sentence -> sentence.text().matches(".*(" + pattern + ").*"));
    }
}
