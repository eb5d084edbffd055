// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

/// How well one sentence fits one role.
///
/// @param meaning cosine to the role's prototype above the usual one, rounded to 1e-4
/// @param cues how many of the role's cues the sentence has
record RoleScore(double meaning, int cues) {
    private static final double[] CUE_WEIGHT = {0, 0.10, 0.15, 0.18};

    /// Meaning and cues together.
    double total() {
        return Vectors.round(meaning + CUE_WEIGHT[Math.min(cues, CUE_WEIGHT.length - 1)]);
    }

    /// Whether the sentence may fill the role at all: cue and meaning have to agree. Where a wrong
    /// answer does little harm, much meaning stands in for a cue; a deadline needs both.
    boolean fits(BriefRole role) {
        Threshold needed = Threshold.of(role);
        return switch (cues) {
            case 0 -> meaning >= needed.alone;
            case 1 -> meaning >= needed.withCue;
            default -> meaning >= needed.withCues;
        };
    }

    /// Set on the built-in sentences by leaving one out: see `docs/model-card.md`. Real sentences
    /// are longer and do several things at once, so that their meaning is diluted: two cues, or one
    /// for the issue, allow for that.
    private record Threshold(double withCues, double withCue, double alone) {
        private static final double NEVER = 2;

        static Threshold of(BriefRole role) {
            return switch (role) {
                case DEADLINE -> new Threshold(0.04, 0.04, NEVER);
                case CONTRACT -> new Threshold(-0.06, 0, 0.18);
                case REMEDY -> new Threshold(-0.18, -0.16, 0.20);
                case PRIOR_STEPS -> new Threshold(-0.06, 0.03, 0.20);
                case EVIDENCE -> new Threshold(-0.06, 0, 0.12);
                case ISSUE -> new Threshold(-0.12, -0.12, 0.06);
                case INCIDENT -> new Threshold(-0.06, -0.02, 0.10);
            };
        }
    }
}
