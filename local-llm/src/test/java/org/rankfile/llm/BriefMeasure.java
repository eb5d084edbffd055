// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.rankfile.llm.extract.BriefRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How good a summary of a marked grievance is.
///
/// @param slots marked roles
/// @param covered marked roles of which the summary's first six sentences hold a sentence
/// @param keyAtK of as many first sentences as there are key sentences, how many are key
/// @param k the number of key sentences
/// @param rightlyFilled brief slots that hold a sentence marked with that role
/// @param filled brief slots that hold something
record BriefMeasure(int slots, int covered, int keyAtK, int k, int rightlyFilled, int filled) {
    private static final int FIRST = 6;

    static BriefMeasure of(GoldGrievance gold, Summary summary) {
        List<SummarySentence> ranked = ranked(summary);
        int slots = 0;
        int covered = 0;
        int filled = 0;
        int right = 0;
        for (BriefRole role : BriefRole.values()) {
            Set<Integer> marked = gold.marked(role);
            slots += marked.isEmpty() ? 0 : 1;
            covered += anyMarked(gold, marked, ranked.subList(0, Math.min(FIRST, ranked.size())));
            List<SummarySentence> slot =
                    summary.brief().of(role).stream().map(summary.sentences()::get).toList();
            filled += slot.isEmpty() ? 0 : 1;
            right += anyMarked(gold, marked, slot);
        }
        int k = gold.keySentences().size();
        int key = 0;
        for (SummarySentence sentence : ranked.subList(0, Math.min(k, ranked.size()))) {
            key += anyMarked(gold, gold.keySentences(), List.of(sentence));
        }
        return new BriefMeasure(slots, covered, key, k, right, filled);
    }

    private static int anyMarked(
            GoldGrievance gold, Set<Integer> marked, List<SummarySentence> sentences) {
        return sentences.stream().flatMap(s -> gold.matching(s).stream()).anyMatch(marked::contains)
                ? 1
                : 0;
    }

    /// In the order of the brief's roles, then the rest.
    private static List<SummarySentence> ranked(Summary summary) {
        var ranked = new ArrayList<SummarySentence>();
        for (BriefRole role : BriefRole.values()) {
            for (int index : summary.brief().of(role)) {
                SummarySentence sentence = summary.sentences().get(index);
                if (!ranked.contains(sentence)) {
                    ranked.add(sentence);
                }
            }
        }
        summary.sentences().stream().filter(s -> !ranked.contains(s)).forEach(ranked::add);
        return ranked;
    }

    BriefMeasure plus(BriefMeasure other) {
        return new BriefMeasure(
                slots + other.slots,
                covered + other.covered,
                keyAtK + other.keyAtK,
                k + other.k,
                rightlyFilled + other.rightlyFilled,
                filled + other.filled);
    }
}
