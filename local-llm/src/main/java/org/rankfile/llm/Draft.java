// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.jspecify.annotations.Nullable;
import org.rankfile.llm.extract.BriefRole;
import org.rankfile.llm.extract.Categoriser;
import org.rankfile.llm.extract.Prototypes;
import org.rankfile.llm.extract.RoleBrief;
import org.rankfile.llm.extract.Span;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A text that was read, ready to be summarised.
///
/// @param text the source
/// @param spans its sentences
/// @param sentences their texts
/// @param vectors their unit vectors
record Draft(String text, List<Span> spans, List<String> sentences, List<float[]> vectors) {
    Summary summary(Prototypes prototypes, ModelInfo model, long millis) {
        RoleBrief.Choice choice = RoleBrief.choose(sentences, vectors, prototypes);
        Categoriser.Verdict verdict = Categoriser.judge(vectors, prototypes);
        List<Integer> inSourceOrder = choice.inOrder().stream().sorted().toList();
        var quotes = new ArrayList<SummarySentence>();
        for (int sentence : inSourceOrder) {
            quotes.add(quote(spans.get(sentence), firstRole(sentence, choice)));
        }
        return new Summary(
                verdict.category().orElse(null),
                verdict.candidates().stream()
                        .map(c -> new Summary.Candidate(c.category(), c.score()))
                        .toList(),
                quotes,
                brief(choice, inSourceOrder),
                null,
                model,
                millis);
    }

    private SummarySentence quote(Span span, @Nullable BriefRole role) {
        return new SummarySentence(
                span.of(text), span.start(), span.end(), role, SummarySentence.Kind.QUOTE);
    }

    private static @Nullable BriefRole firstRole(int sentence, RoleBrief.Choice choice) {
        for (BriefRole role : BriefRole.values()) {
            if (choice.byRole().getOrDefault(role, List.of()).contains(sentence)) {
                return role;
            }
        }
        return null;
    }

    private static Brief brief(RoleBrief.Choice choice, List<Integer> inSourceOrder) {
        Map<BriefRole, List<Integer>> slots = new EnumMap<>(BriefRole.class);
        choice.byRole()
                .forEach((role, chosen) ->
                        slots.put(
                                role,
                                chosen.stream().map(inSourceOrder::indexOf).sorted().toList()));
        return new Brief(slots);
    }
}
