// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.PersonId;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What cannot be voided any more: others acted on it, as managers, before they heard of what would
/// void it (MEM-17).
///
/// @param stands what stands, as far as that is known
record Settlement(Acts acts, View view, Predicate<Act> stands) {
    /// Whether an act is settled against what hits it.
    boolean holds(Act act, Hit hit) {
        if (hit instanceof Hit.ByRole) {
            return false;
        }
        Set<PersonId> parties = new HashSet<>(act.rights().authors());
        if (hit instanceof Hit.ByCut(Act by, _)) {
            parties.addAll(by.movers());
        }
        int needed = needed(act, hit, parties);
        if (needed == 0) {
            return true;
        }
        for (PersonId manager : acts.everManagers()) {
            if (!parties.contains(manager) && witnesses(manager, act, hit)) {
                needed--;
            }
            if (needed == 0) {
                return true;
            }
        }
        return false;
    }

    private static int needed(Act act, Hit hit, Set<PersonId> parties) {
        long others = act.rights().peers().stream().filter(peer -> !parties.contains(peer)).count();
        if (hit instanceof Hit.ByFork && others == 0) {
            return 0;
        }
        return others >= 2 ? 2 : 1;
    }

    private boolean knows(Hit hit, Act act) {
        return switch (hit) {
            case Hit.ByCut(Act by, _) -> acts.isBefore(by, act);
            case Hit.ByRole(Act by, _) -> acts.isBefore(by, act);
            case Hit.ByFork(Act one, Act twin, _) ->
                    acts.isBefore(one, act) && acts.isBefore(twin, act);
        };
    }

    private boolean witnesses(PersonId manager, Act act, Hit hit) {
        return acts.devices(manager).stream()
                .anyMatch(device -> witnesses(device, manager, act, hit));
    }

    private boolean witnesses(DeviceId device, PersonId manager, Act act, Hit hit) {
        List<Act> chain = acts.chain(device);
        boolean forked = acts.hasForked(device);
        for (int i = forked ? 0 : first(chain, later -> acts.isBefore(act, later));
                i < chain.size();
                i++) {
            Act later = chain.get(i);
            boolean knows = knows(hit, later);
            if (knows && !forked) {
                return false;
            }
            if (!knows
                    && view.has(later)
                    && later.rights().managers().contains(manager)
                    && acts.isBefore(act, later)
                    && stands.test(later)
                    && isOneFaced(manager, later, hit)) {
                return true;
            }
        }
        return false;
    }

    /// Whether, on no device, a person knew what hits the other and not this.
    private boolean isOneFaced(PersonId person, Act witness, Hit hit) {
        return acts.devices(person).stream()
                .allMatch(device -> isOneFaced(device, person, witness, hit));
    }

    private boolean isOneFaced(DeviceId device, PersonId person, Act witness, Hit hit) {
        List<Act> chain = acts.chain(device);
        boolean forked = acts.hasForked(device);
        for (int i = forked ? 0 : first(chain, later -> knows(hit, later)); i < chain.size(); i++) {
            Act later = chain.get(i);
            if (view.has(later) && later.rights().authors().contains(person) && knows(hit, later)) {
                if (!acts.isBefore(witness, later)) {
                    return false;
                }
                if (!forked) {
                    return true;
                }
            }
        }
        return true;
    }

    /// From where on a device knew something, where it has no two ops of one number.
    private static int first(List<Act> chain, Predicate<Act> knew) {
        int low = 0;
        int high = chain.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (knew.test(chain.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
