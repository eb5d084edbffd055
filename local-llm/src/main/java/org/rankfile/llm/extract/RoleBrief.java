// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Chooses the sentences of a brief: the best one for each role, then a second for what happened,
/// then the most central of the rest that say something new, early ones first (MMR with position).
///
/// Deterministic: all scores are rounded to 1e-4, and of equal ones the earlier sentence wins.
public final class RoleBrief {
    /// A brief grows to this many sentences; more only where the roles need them.
    public static final int USUAL_SENTENCES = 6;

    /// Of a second sentence for a role: how much worse than the first it may be.
    private static final double SECOND_MAY_LACK = 0.08;

    /// The issue is stated early more often than not.
    private static final double EARLY_ISSUE = 0.10;

    /// One sentence that fills two roles leaves room for another.
    private static final double ALREADY_CHOSEN = 0.02;

    private static final double RELEVANCE = 0.7;

    private final List<String> sentences;
    private final List<float[]> vectors;
    private final Prototypes prototypes;
    private final Map<BriefRole, List<Integer>> byRole = new EnumMap<>(BriefRole.class);
    private final List<Integer> chosen = new ArrayList<>();

    private RoleBrief(List<String> sentences, List<float[]> vectors, Prototypes prototypes) {
        this.sentences = sentences;
        this.vectors = vectors;
        this.prototypes = prototypes;
    }

    /// What was chosen.
    ///
    /// @param byRole for each role that is filled, indexes of sentences, best first
    /// @param inOrder all chosen sentences in the order in which they were chosen
    public record Choice(Map<BriefRole, List<Integer>> byRole, List<Integer> inOrder) {}

    /// Chooses among the sentences, of which `vectors` holds the unit vectors.
    public static Choice choose(
            List<String> sentences, List<float[]> vectors, Prototypes prototypes) {
        var brief = new RoleBrief(sentences, vectors, prototypes);
        for (BriefRole role : BriefRole.values()) {
            brief.fill(role);
        }
        brief.second(BriefRole.INCIDENT);
        brief.fillByRelevance();
        return new Choice(Map.copyOf(brief.byRole), List.copyOf(brief.chosen));
    }

    private RoleScore score(int sentence, BriefRole role) {
        double meaning =
                prototypes.cosine(Prototypes.name(role), vectors.get(sentence))
                        - prototypes.usualCosine(Prototypes.name(role));
        return new RoleScore(Vectors.round(meaning), CueWords.count(role, sentences.get(sentence)));
    }

    private double total(int sentence, BriefRole role, RoleScore score) {
        double early = role == BriefRole.ISSUE ? EARLY_ISSUE * lead(sentence) : 0;
        double shared = chosen.contains(sentence) ? ALREADY_CHOSEN : 0;
        return Vectors.round(score.total() + early + shared);
    }

    /// 1 for the first sentence, falling to 0 for the last.
    private double lead(int sentence) {
        return 1 - (double) sentence / sentences.size();
    }

    private void fill(BriefRole role) {
        int best = -1;
        double bestTotal = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sentences.size(); i++) {
            RoleScore score = score(i, role);
            double total = total(i, role, score);
            if (score.fits(role) && total > bestTotal) {
                best = i;
                bestTotal = total;
            }
        }
        if (best >= 0) {
            take(best, role);
        }
    }

    private void second(BriefRole role) {
        List<Integer> first = byRole.getOrDefault(role, List.of());
        if (first.isEmpty() || chosen.size() >= USUAL_SENTENCES) {
            return;
        }
        int best = -1;
        double bestTotal = score(first.getFirst(), role).total() - SECOND_MAY_LACK;
        for (int i = 0; i < sentences.size(); i++) {
            RoleScore score = score(i, role);
            if (!chosen.contains(i) && score.fits(role) && score.total() > bestTotal) {
                best = i;
                bestTotal = score.total();
            }
        }
        if (best >= 0) {
            take(best, role);
        }
    }

    private void take(int sentence, BriefRole role) {
        byRole.computeIfAbsent(role, r -> new ArrayList<>()).add(sentence);
        if (!chosen.contains(sentence)) {
            chosen.add(sentence);
        }
    }

    private void fillByRelevance() {
        if (sentences.isEmpty()) {
            return;
        }
        float[] centre = Vectors.unitSum(vectors, vectors.getFirst().length);
        while (chosen.size() < Math.min(USUAL_SENTENCES, sentences.size())) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < sentences.size(); i++) {
                double score = chosen.contains(i) ? bestScore : relevance(i, centre);
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
            chosen.add(best);
        }
    }

    private double relevance(int sentence, float[] centre) {
        float[] vector = vectors.get(sentence);
        double central = Vectors.dot(vector, centre);
        double idle =
                Math.max(
                        0,
                        prototypes.cosine(Prototypes.OTHER, vector)
                                - prototypes.usualCosine(Prototypes.OTHER));
        double repeated = 0;
        for (int other : chosen) {
            repeated = Math.max(repeated, Vectors.dot(vector, vectors.get(other)));
        }
        double worth = (central + lead(sentence)) / 2 - idle;
        return Vectors.round(RELEVANCE * worth - (1 - RELEVANCE) * repeated);
    }
}
