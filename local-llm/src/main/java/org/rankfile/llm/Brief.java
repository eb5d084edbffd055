// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.rankfile.llm.extract.BriefRole;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// For each role, the sentences that fill it. Immutable.
///
/// The numbers are indexes into [Summary#sentences()], ascending; an empty list means "not in the
/// text". A sentence may fill several roles.
public final class Brief {
    static final Brief EMPTY = new Brief(Map.of());

    private final Map<BriefRole, List<Integer>> slots = new EnumMap<>(BriefRole.class);

    /// A brief of the given slots; roles that are not named are empty.
    public Brief(Map<BriefRole, List<Integer>> slots) {
        for (BriefRole role : BriefRole.values()) {
            this.slots.put(role, List.copyOf(slots.getOrDefault(role, List.of())));
        }
    }

    /// The indexes of the sentences that fill the role; empty if none does.
    public List<Integer> of(BriefRole role) {
        return slots.getOrDefault(role, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Brief that && slots.equals(that.slots);
    }

    @Override
    public int hashCode() {
        return slots.hashCode();
    }

    @Override
    public String toString() {
        return "Brief" + slots;
    }
}
