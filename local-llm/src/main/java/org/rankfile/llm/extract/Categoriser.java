// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the kind of grievance: for each category the fit of the sentence that fits it best.
public final class Categoriser {
    /// Below this nothing fits.
    static final double LEAST_SCORE = 0.25;

    /// Closer together than this, two categories cannot be told apart.
    static final double LEAST_MARGIN = 0.03;

    private static final int CANDIDATES = 3;

    private Categoriser() {}

    /// A category and its score, rounded to 1e-4.
    public record Scored(Category category, double score) {}

    /// What was found.
    ///
    /// @param category empty where the steward must decide
    /// @param candidates the best three, best first, whether or not one of them was clear
    public record Verdict(Optional<Category> category, List<Scored> candidates) {}

    /// Judges a text by the unit vectors of its sentences, at least one.
    public static Verdict judge(List<float[]> vectors, Prototypes prototypes) {
        var all = new ArrayList<Scored>();
        for (Category category : Category.values()) {
            double best =
                    vectors.stream().mapToDouble(v -> prototypes.fit(category, v)).max().orElse(0);
            all.add(new Scored(category, Vectors.round(best)));
        }
        // The sort is stable: of equal scores the category that is listed first wins.
        all.sort(Comparator.comparingDouble(Scored::score).reversed());
        double top = all.getFirst().score();
        boolean clear = top >= LEAST_SCORE && top - all.get(1).score() >= LEAST_MARGIN;
        return new Verdict(
                clear ? Optional.of(all.getFirst().category()) : Optional.empty(),
                List.copyOf(all.subList(0, CANDIDATES)));
    }
}
