// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import org.rankfile.llm.Summary;
import org.rankfile.llm.SummarySentence;
import org.rankfile.llm.extract.BriefRole;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Sentences that fill the same roles. A sentence that fills several is quoted once, under all of
/// them.
///
/// @param roles at least one, in the order of the brief
/// @param sentences at least one, in the order of the source
record Quoted(List<BriefRole> roles, List<SummarySentence> sentences) {
    /// All quoted sentences, by the first role of each.
    static List<Quoted> of(Summary summary) {
        Map<Integer, Set<BriefRole>> rolesOf = new TreeMap<>();
        for (BriefRole role : BriefRole.values()) {
            for (int index : summary.brief().of(role)) {
                rolesOf.computeIfAbsent(index, any -> EnumSet.noneOf(BriefRole.class)).add(role);
            }
        }
        Map<Set<BriefRole>, List<SummarySentence>> groups = new LinkedHashMap<>();
        for (BriefRole role : BriefRole.values()) {
            for (int index : summary.brief().of(role)) {
                Set<BriefRole> roles = rolesOf.remove(index);
                if (roles != null) {
                    groups.computeIfAbsent(roles, any -> new ArrayList<>())
                            .add(summary.sentences().get(index));
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> new Quoted(List.copyOf(group.getKey()), group.getValue()))
                .toList();
    }

    /// The roles that no sentence fills.
    static List<BriefRole> missing(Summary summary) {
        return List.of(BriefRole.values()).stream()
                .filter(role -> summary.brief().of(role).isEmpty())
                .toList();
    }
}
