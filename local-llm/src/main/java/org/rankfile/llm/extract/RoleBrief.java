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

    /// By this much another role may fit a sentence better that still states the issue.
    private static final double MAY_LEAD = 0.08;

    private static final List<BriefRole> PARTICULAR =
            List.of(BriefRole.CONTRACT, BriefRole.PRIOR_STEPS, BriefRole.EVIDENCE);

    /// The roles that are told most surely come first, so that the others can leave them alone.
    private static final List<BriefRole> FILLING =
            List.of(
                    BriefRole.REMEDY,
                    BriefRole.DEADLINE,
                    BriefRole.ISSUE,
                    BriefRole.INCIDENT,
                    BriefRole.CONTRACT,
                    BriefRole.PRIOR_STEPS,
                    BriefRole.EVIDENCE);

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
        for (BriefRole role : FILLING) {
            brief.fill(role);
        }
        brief.issueFromIncident();
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
            if (score.fits(role) && !belongsElsewhere(i, role, score) && total > bestTotal) {
                best = i;
                bestTotal = total;
            }
        }
        if (best >= 0) {
            take(best, role);
        }
    }

    /// What is wanted or due is neither what was done nor what it is about; and a sentence that
    /// above all names the rule, the proof or the answer does not say what it is about, unless two
    /// cues say that it does.
    private boolean belongsElsewhere(int sentence, BriefRole role, RoleScore score) {
        boolean wanted = isChosenFor(sentence, BriefRole.REMEDY);
        return switch (role) {
            case INCIDENT, PRIOR_STEPS, EVIDENCE -> wanted;
            case ISSUE ->
                    wanted
                            || isChosenFor(sentence, BriefRole.DEADLINE)
                            || (score.cues() < 2 && isRatherParticular(sentence, score));
            case REMEDY, CONTRACT, DEADLINE -> false;
        };
    }

    private boolean isRatherParticular(int sentence, RoleScore issue) {
        return PARTICULAR.stream()
                .anyMatch(role -> score(sentence, role).meaning() > issue.meaning() + MAY_LEAD);
    }

    private boolean isChosenFor(int sentence, BriefRole role) {
        return byRole.getOrDefault(role, List.of()).contains(sentence);
    }

    /// Many people start with what happened and never say what it is about: then the issue is the
    /// event that is told first and best, answers to it left out.
    private void issueFromIncident() {
        if (byRole.containsKey(BriefRole.ISSUE)) {
            return;
        }
        int best = -1;
        double bestTotal = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sentences.size(); i++) {
            RoleScore score = score(i, BriefRole.INCIDENT);
            double total = Vectors.round(score.total() + EARLY_ISSUE * lead(i));
            boolean event =
                    score.fits(BriefRole.INCIDENT)
                            && !isChosenFor(i, BriefRole.REMEDY)
                            && !isChosenFor(i, BriefRole.DEADLINE)
                            && !isChosenFor(i, BriefRole.PRIOR_STEPS);
            if (event && total > bestTotal) {
                best = i;
                bestTotal = total;
            }
        }
        if (best >= 0) {
            take(best, BriefRole.ISSUE);
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
