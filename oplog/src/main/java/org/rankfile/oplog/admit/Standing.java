// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which acts of a view stand and which are void (MEM-18 to MEM-20). A pure function of the view.
///
/// An act stands if what its right rests on stands and nothing that stands voids it. Deeds can void
/// each other in circles; then the *well-founded* model of these rules (Van Gelder, Ross and
/// Schlipf, 1991), found by their alternating fixpoint, leaves them open, and what is open is
/// decided against whoever gives somebody power and for whoever takes it away. No order of ids,
/// clocks or seniority has a say.
final class Standing {
    private final Acts acts;
    private final View view;
    private final Map<Act, List<Hit>> hits = new LinkedHashMap<>();
    private final Set<Act> doubtful = new LinkedHashSet<>();
    private final Set<Act> denied = new HashSet<>();
    private final Set<Act> standing;

    Standing(Acts acts, View view) {
        this.acts = acts;
        this.view = view;
        contest();
        doubt();
        standing = doubtful.isEmpty() ? Set.of() : resolve();
    }

    /// Whether an act of the view stands.
    boolean has(Act act) {
        return !doubtful.contains(act) || standing.contains(act);
    }

    private void contest() {
        acts.hits()
                .forEach((act, by) -> {
                    if (view.has(act)) {
                        by.stream().filter(this::isThere).forEach(hit -> add(act, hit));
                    }
                });
        acts.afterForks()
                .filter(view::has)
                .forEach(act -> acts.forks(act, view).forEach(hit -> add(act, hit)));
    }

    private boolean isThere(Hit hit) {
        return switch (hit) {
            case Hit.ByCut(Act by, _) -> view.has(by);
            case Hit.ByRole(Act by, _) -> view.has(by);
            case Hit.ByFork(Act one, Act other, _) -> view.has(one) && view.has(other);
        };
    }

    private void add(Act act, Hit hit) {
        hits.computeIfAbsent(act, _ -> new ArrayList<>()).add(hit);
    }

    /// What could be void, and everything that rests on it.
    private void doubt() {
        Deque<Act> open = new ArrayDeque<>(hits.keySet());
        for (OpId suspension : acts.reinstated()) {
            Act act = acts.get(suspension);
            if (act != null && acts.reinstatements(suspension).stream().anyMatch(view::has)) {
                open.add(act);
            }
        }
        for (Act act = open.poll(); act != null; act = open.poll()) {
            if (view.has(act) && doubtful.add(act)) {
                open.addAll(acts.dependents(act.id()));
            }
        }
    }

    private Set<Act> resolve() {
        while (true) {
            Set<Act> certain = Set.of();
            Set<Act> possible = derive(certain);
            Set<Act> surer = derive(possible);
            while (!surer.equals(certain)) {
                certain = surer;
                possible = derive(certain);
                surer = derive(possible);
            }
            if (!deny(certain, possible)) {
                return possible;
            }
        }
    }

    /// Of what is open, whatever gives somebody power and would be voided by what is not void. What
    /// is open after that shuts people out, and holds.
    private boolean deny(Set<Act> certain, Set<Act> possible) {
        Set<Act> more = new HashSet<>();
        for (Act act : possible) {
            boolean open = !certain.contains(act) && !act.isAboutCuts();
            if (open && isVoided(act, possible, certain)) {
                more.add(act);
            }
        }
        return denied.addAll(more);
    }

    /// What stands if the given acts are those that void: the least set that bears itself.
    private Set<Act> derive(Set<Act> voiding) {
        Set<Act> derived = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Act act : doubtful) {
                if (!derived.contains(act)
                        && !denied.contains(act)
                        && act.rights().support().holds(id -> stands(id, derived))
                        && !isVoided(act, voiding, derived)) {
                    derived.add(act);
                    grown = true;
                }
            }
        }
        return derived;
    }

    /// Whether all authors of an act are hit by what voids and nothing that stands settles it.
    private boolean isVoided(Act act, Set<Act> voiding, Set<Act> derived) {
        if (acts.reinstatements(act.id()).stream()
                .anyMatch(back -> view.has(back) && voids(back, voiding))) {
            return true;
        }
        Settlement settlement = new Settlement(acts, view, z -> isIn(z, derived));
        Set<PersonId> left = new HashSet<>(act.rights().authors());
        for (Hit hit : hits.getOrDefault(act, List.of())) {
            boolean matters = voids(hit, voiding) && hit.about().stream().anyMatch(left::contains);
            if (matters && !settlement.holds(act, hit)) {
                left.removeAll(hit.about());
            }
        }
        return left.isEmpty() && hits.containsKey(act);
    }

    private boolean voids(Hit hit, Set<Act> voiding) {
        return switch (hit) {
            case Hit.ByCut(Act by, _) -> voids(by, voiding);
            case Hit.ByRole(Act by, _) -> voids(by, voiding);
            case Hit.ByFork _ -> true;
        };
    }

    private boolean voids(Act act, Set<Act> voiding) {
        return !doubtful.contains(act) || voiding.contains(act);
    }

    private boolean isIn(Act act, Set<Act> derived) {
        return view.has(act) && (!doubtful.contains(act) || derived.contains(act));
    }

    private boolean stands(OpId id, Set<Act> derived) {
        Act act = acts.get(id);
        return act != null && isIn(act, derived);
    }
}
