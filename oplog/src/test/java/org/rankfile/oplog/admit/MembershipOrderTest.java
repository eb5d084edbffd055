// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.OpId;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The same ops in any order: the same people, roles and void ops.
class MembershipOrderTest {
    private static final int SEEDS = 400;

    @Test
    @DisplayName("MEM-13, MEM-17: no order of arrival changes what is admitted and what stands")
    void everyOrderGivesTheSame() {
        Gen.forSeeds(
                1,
                SEEDS,
                seed -> {
                    List<Entry> history = InventedHall.history(seed, 45);
                    Resolved one = new Resolved().take(history);
                    Resolved other = new Resolved().take(shuffled(history, seed));
                    Set<OpId> admitted = one.admitted(history);
                    assertThat(other.admitted(history)).isEqualTo(admitted);
                    assertThat(standing(other, admitted)).isEqualTo(standing(one, admitted));
                });
    }

    private static Set<OpId> standing(Resolved resolved, Set<OpId> view) {
        Authority authority = resolved.in(view);
        Set<OpId> standing = new HashSet<>();
        for (OpId id : view) {
            Act act = resolved.acts.get(id);
            if (act != null && authority.stands(act)) {
                standing.add(id);
            }
        }
        return standing;
    }

    /// Another causal order.
    private static List<Entry> shuffled(List<Entry> history, long seed) {
        SeededRandom random = new SeededRandom(seed + 1_000_000);
        List<Entry> left = new ArrayList<>(history);
        List<Entry> order = new ArrayList<>();
        Set<OpId> there = new HashSet<>();
        there.add(OpId.NONE);
        while (!left.isEmpty()) {
            List<Entry> ready =
                    left.stream()
                            .filter(entry -> there.contains(entry.backlink()))
                            .filter(entry -> there.containsAll(entry.deps()))
                            .toList();
            Entry next = Gen.pick(random, ready);
            left.remove(next);
            order.add(next);
            there.add(next.id());
        }
        return order;
    }
}
