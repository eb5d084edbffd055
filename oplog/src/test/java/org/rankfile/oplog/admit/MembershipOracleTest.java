// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.testkit.Gen;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The resolver against [Oracle], which somebody else wrote from the specification alone.
class MembershipOracleTest {
    private static final int SEEDS = Integer.getInteger("rankfile.oracle.seeds", 300);
    private static final long FROM = Long.getLong("rankfile.oracle.from", 1);

    @Test
    @DisplayName("MEM-12 to MEM-20: the resolver says of every history what the oracle says")
    void theResolverAgreesWithTheOracle() {
        Gen.forSeeds(
                FROM,
                SEEDS,
                seed -> {
                    List<Entry> history = InventedHall.history(seed, 20 + (int) (seed % 30));
                    Oracle oracle = new Oracle(history);
                    Resolved resolved = new Resolved().take(history);
                    Set<OpId> admitted = oracle.admitted();
                    assertThat(resolved.admitted(history)).isEqualTo(admitted);
                    agree(history, oracle, resolved, admitted);
                    agree(history, oracle, resolved, some(history, admitted, seed));
                });
    }

    /// A part of a history that has, with each op, all that its author knew.
    private static Set<OpId> some(List<Entry> history, Set<OpId> admitted, long seed) {
        SeededRandom random = new SeededRandom(seed);
        Set<OpId> view = new HashSet<>();
        List<Entry> backwards = new ArrayList<>(history.reversed());
        for (Entry entry : backwards) {
            boolean start = random.nextInt(6) == 0 && admitted.contains(entry.id());
            if (start || view.contains(entry.id())) {
                view.add(entry.id());
                view.addAll(entry.deps());
                view.add(entry.backlink());
            }
        }
        view.remove(OpId.NONE);
        view.add(history.getFirst().id());
        return view;
    }

    private static void agree(
            List<Entry> history, Oracle oracle, Resolved resolved, Set<OpId> view) {
        Authority authority = resolved.in(view);
        Set<OpId> standing = new HashSet<>();
        for (Entry entry : history) {
            Act act = resolved.acts.get(entry.id());
            if (act != null && authority.stands(act)) {
                standing.add(entry.id());
            }
        }
        assertThat(standing).isEqualTo(oracle.standing(view));
        assertThat(authority.quorum()).isEqualTo(oracle.quorum(view));
        Set<PersonId> in = new HashSet<>();
        Set<DeviceId> devices = new HashSet<>();
        for (Entry entry : history) {
            PersonId person = new PersonId(entry.id().hash());
            if (authority.isIn(person)) {
                in.add(person);
                assertThat(authority.isSuspended(person)).isEqualTo(oracle.suspended(view, person));
                assertThat(authority.role(person)).isEqualTo(oracle.role(view, person));
            }
            devices.add(entry.device());
        }
        assertThat(in).isEqualTo(oracle.in(view));
        for (DeviceId device : devices) {
            assertThat(authority.speakers(device)).isEqualTo(oracle.speaksFor(view, device));
        }
    }
}
