// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.jspecify.annotations.Nullable;
import org.rankfile.llm.extract.Category;

import java.util.List;

/// One summary, or the reason why there is none. Immutable.
///
/// @param category the kind of grievance, or null where the steward must decide
/// @param candidates the best categories, best first; empty if refused
/// @param sentences the chosen sentences in the order of the source; empty if refused
/// @param brief for each role the indexes into `sentences` that fill it
/// @param refused null, or why there is no summary
/// @param model which weights read the text
/// @param millis how long it took, in wall-clock milliseconds
public record Summary(
        @Nullable Category category,
        List<Candidate> candidates,
        List<SummarySentence> sentences,
        Brief brief,
        @Nullable Refusal refused,
        ModelInfo model,
        long millis) {
    public Summary {
        candidates = List.copyOf(candidates);
        sentences = List.copyOf(sentences);
    }

    /// A category and how well the text's best sentence fits it: about 0 for none, 1 for perfectly,
    /// rounded to 1e-4.
    public record Candidate(Category category, double score) {}

    static Summary refusal(Refusal why, ModelInfo model, long millis) {
        return new Summary(null, List.of(), List.of(), Brief.EMPTY, why, model, millis);
    }
}
