// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.llm.Brief;
import org.rankfile.llm.ModelInfo;
import org.rankfile.llm.Summary;
import org.rankfile.llm.SummarySentence;
import org.rankfile.llm.extract.BriefRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class QuotedTest {
    private static final ModelInfo MODEL = new ModelInfo("a model", "00");

    private static Summary summary(Map<BriefRole, List<Integer>> slots, String... sentences) {
        List<SummarySentence> quotes = new ArrayList<>();
        int at = 0;
        for (String text : sentences) {
            quotes.add(
                    new SummarySentence(
                            text, at, at + text.length(), null, SummarySentence.Kind.QUOTE));
            at += text.length();
        }
        return new Summary(null, List.of(), quotes, new Brief(slots), null, MODEL, 1);
    }

    @Test
    void aSentenceOfSeveralRolesIsQuotedOnceUnderAllOfThem() {
        Summary summary =
                summary(
                        Map.of(
                                BriefRole.ISSUE, List.of(1),
                                BriefRole.INCIDENT, List.of(0, 1),
                                BriefRole.EVIDENCE, List.of(2)),
                        "one",
                        "two",
                        "three");
        List<Quoted> quoted = Quoted.of(summary);
        assertThat(quoted)
                .extracting(Quoted::roles)
                .containsExactly(
                        List.of(BriefRole.ISSUE, BriefRole.INCIDENT),
                        List.of(BriefRole.INCIDENT),
                        List.of(BriefRole.EVIDENCE));
        assertThat(quoted)
                .flatExtracting(Quoted::sentences)
                .extracting(SummarySentence::text)
                .containsExactly("two", "one", "three");
    }

    @Test
    void rolesThatNothingFillsAreNamedAsMissing() {
        Summary summary = summary(Map.of(BriefRole.ISSUE, List.of(0)), "one");
        assertThat(Quoted.missing(summary))
                .doesNotContain(BriefRole.ISSUE)
                .hasSize(BriefRole.values().length - 1);
    }
}
