// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class CueWordsTest {
    private static final Map<String, List<String>> SENTENCES = BuiltInSentences.sections();

    @ParameterizedTest
    @EnumSource(BriefRole.class)
    void cuesFindTheirOwnSentencesMoreThanOthers(BriefRole role) {
        String own = Prototypes.name(role);
        double found = share(role, sentences(own));
        double wronglyFound =
                share(
                        role,
                        SENTENCES.keySet().stream()
                                .filter(name -> name.startsWith("role.") && !name.equals(own))
                                .flatMap(CueWordsTest::sentences));
        assertThat(found).isGreaterThanOrEqualTo(0.75);
        assertThat(wronglyFound).isLessThanOrEqualTo(role == BriefRole.INCIDENT ? 0.5 : 0.1);
    }

    @Test
    void deadlineCuesAreAlmostNeverWrong() {
        double elsewhere =
                share(
                        BriefRole.DEADLINE,
                        SENTENCES.keySet().stream()
                                .filter(name -> !name.equals("role.deadline"))
                                .flatMap(CueWordsTest::sentences));
        assertThat(elsewhere).isLessThanOrEqualTo(0.02);
        assertThat(share(BriefRole.DEADLINE, sentences("role.deadline"))).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Security keeps the video for 30 days only.",
                "I worked there for three months before May.",
                "You can call me until 19 or 20, on Sunday best.",
                "They took twelve minutes before lunch and 12 before the horn.",
                "I have been here two years and four months.",
                "On Friday 3 May he sent me home within the hour."
            })
    void timeThatIsNoDeadlineHasNoCue(String sentence) {
        assertThat(CueWords.count(BriefRole.DEADLINE, sentence)).isZero();
    }

    @Test
    void articleNumbersAndNamesOfLawsAreCues() {
        for (String sentence :
                List.of(
                        "See Article 14.3.",
                        "Art. XIV",
                        "the Equality Act",
                        "policy 6.4",
                        "Sec. 9")) {
            assertThat(CueWords.count(BriefRole.CONTRACT, sentence)).as(sentence).isPositive();
        }
        assertThat(CueWords.count(BriefRole.CONTRACT, "It is the rule I always broke.")).isZero();
    }

    private static Stream<String> sentences(String section) {
        return SENTENCES.getOrDefault(section, List.of()).stream().skip(1);
    }

    private static double share(BriefRole role, Stream<String> sentences) {
        return sentences.mapToInt(s -> CueWords.count(role, s) > 0 ? 1 : 0).average().orElse(0);
    }
}
