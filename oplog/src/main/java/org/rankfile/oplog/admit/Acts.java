// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The admitted authority ops of the hall, found by what they are about, and which of them could
/// void which. Engine thread only.
final class Acts {
    private final Map<OpId, Act> acts = new HashMap<>();
    private final Map<DeviceId, List<Act>> chains = new HashMap<>();
    private final Map<DeviceId, Long> forks = new HashMap<>();
    private final Map<PersonId, List<Act>> said = new HashMap<>();
    private final Map<DeviceId, List<Act>> certificates = new HashMap<>();
    private final Map<PersonId, Set<DeviceId>> devices = new HashMap<>();
    private final Map<PersonId, List<Act>> roles = new HashMap<>();
    private final Map<PersonId, List<Act>> cuts = new HashMap<>();
    private final Map<PersonId, List<Act>> treatments = new HashMap<>();
    private final Map<OpId, List<Act>> reinstatements = new HashMap<>();
    private final Map<Deed.Matter, List<Act>> endorsements = new HashMap<>();
    private final Set<PersonId> everManagers = new LinkedHashSet<>();
    private final Map<Act, Set<Hit>> hits = new LinkedHashMap<>();
    private final Map<OpId, List<Act>> dependents = new HashMap<>();

    /// Takes an act; all that it names was taken before.
    void add(Act act) {
        acts.put(act.id(), act);
        chain(act);
        index(act);
        act.rights().authors().forEach(author -> list(said, author).add(act));
        act.rights().authors().forEach(author -> cuts(author).forEach(cut -> tryHit(cut, act)));
        if (act.isCut()) {
            PersonId target = act.aim().orElseThrow();
            list(cuts, target).add(act);
            said.getOrDefault(target, List.of()).forEach(other -> tryHit(act, other));
        }
        about(act)
                .ifPresent(person -> {
                    roles(person).forEach(other -> tryHit(other, act));
                    treatments(person).forEach(other -> tryHit(act, other));
                    list(treatments, person).add(act);
                });
        act.rights().support().ids().forEach(id -> list(dependents, id).add(act));
    }

    private void chain(Act act) {
        List<Act> chain = list(chains, act.device());
        int at = chain.size();
        while (at > 0 && chain.get(at - 1).dot().seq() > act.dot().seq()) {
            at--;
        }
        if (at > 0 && chain.get(at - 1).dot().equals(act.dot())) {
            forks.merge(act.device(), act.dot().seq(), Math::min);
        }
        chain.add(at, act);
    }

    private void index(Act act) {
        switch (act.deed()) {
            case Deed.Found(DeviceId device) -> {
                role(act, act.person(), Role.MANAGER);
                certified(act, act.person(), device);
            }
            case Deed.Add(Role role) -> role(act, act.person(), role);
            case Deed.Assign(PersonId person, Role role) -> role(act, person, role);
            case Deed.Certify(PersonId person, DeviceId device) -> certified(act, person, device);
            case Deed.Reinstate(OpId suspension) -> list(reinstatements, suspension).add(act);
            case Deed.Endorse(Deed.Matter matter, boolean _) -> list(endorsements, matter).add(act);
            case Deed.Suspend _, Deed.Remove _, Deed.Revoke _, Deed.Other _ -> {
                // Found by whom they are against, if against anybody.
            }
        }
    }

    private void role(Act act, PersonId person, Role role) {
        list(roles, person).add(act);
        if (role == Role.MANAGER) {
            everManagers.add(person);
        }
    }

    private void certified(Act act, PersonId person, DeviceId device) {
        list(certificates, device).add(act);
        devices.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(device);
    }

    /// Whom an act removes, gives another role or takes a device from.
    private static Optional<PersonId> about(Act act) {
        return switch (act.deed()) {
            case Deed.Remove(PersonId person) -> Optional.of(person);
            case Deed.Assign(PersonId person, Role _) -> Optional.of(person);
            case Deed.Revoke(PersonId person, DeviceId _) -> Optional.of(person);
            default -> Optional.empty();
        };
    }

    private List<Act> treatments(PersonId person) {
        return treatments.getOrDefault(person, List.of());
    }

    private void tryHit(Act by, Act act) {
        if (!by.equals(act) && !isBefore(by, act) && !isBefore(act, by)) {
            Hit.of(by, act).ifPresent(hit -> hits(act).add(hit));
        }
    }

    private Set<Hit> hits(Act act) {
        return hits.computeIfAbsent(act, _ -> new LinkedHashSet<>());
    }

    /// Whose device a certificate says it is.
    static PersonId personOf(Act certificate) {
        return certificate.deed() instanceof Deed.Certify(PersonId person, DeviceId _)
                ? person
                : certificate.person();
    }

    /// Whether an act is in the past of another.
    boolean isBefore(Act act, Act other) {
        return isKnown(act, other.place(), other.parents());
    }

    /// Whether an act is in a causal past.
    ///
    /// @param knew the past by numbers, which say nothing of a device that has two ops of one
    /// @param heads the ops whose past it is, with them
    boolean isKnown(Act act, Causality knew, Collection<OpId> heads) {
        return (isForked(act) || isForkedBy(knew, act))
                ? reaches(heads, act)
                : knew.includes(act.dot());
    }

    /// Whether whose past it is gives a number that its device gave before.
    private static boolean isForkedBy(Causality knew, Act act) {
        return knew instanceof Place place
                && place.dot().device().equals(act.device())
                && place.dot().seq() <= act.dot().seq();
    }

    /// Whether a device has two acts of one number.
    boolean hasForked(DeviceId device) {
        return forks.containsKey(device);
    }

    private boolean isForked(Act act) {
        Long from = forks.get(act.device());
        return from != null && act.dot().seq() >= from;
    }

    private boolean reaches(Collection<OpId> heads, Act sought) {
        Deque<OpId> open = new ArrayDeque<>(heads);
        Set<OpId> seen = new HashSet<>();
        for (OpId id = open.poll(); id != null; id = open.poll()) {
            Act act = acts.get(id);
            if (sought.equals(act)) {
                return true;
            }
            if (act != null && seen.add(id) && mayKnow(act, sought)) {
                open.addAll(act.parents());
            }
        }
        return false;
    }

    /// By numbers, which say too little of a device's own second op of one number only.
    private static boolean mayKnow(Act act, Act sought) {
        return act.place().includes(sought.dot()) || act.device().equals(sought.device());
    }

    @Nullable Act get(OpId id) {
        return acts.get(id);
    }

    int size() {
        return acts.size();
    }

    /// What a device did, by number.
    List<Act> chain(DeviceId device) {
        return chains.getOrDefault(device, List.of());
    }

    /// What certifies a device, for whomever.
    List<Act> certificates(DeviceId device) {
        return certificates.getOrDefault(device, List.of());
    }

    /// The devices that were ever certified for a person.
    Set<DeviceId> devices(PersonId person) {
        return devices.getOrDefault(person, Set.of());
    }

    /// What gave a person a role: first their admission.
    List<Act> roles(PersonId person) {
        return roles.getOrDefault(person, List.of());
    }

    /// The cuts that aim at a person.
    List<Act> cuts(PersonId person) {
        return cuts.getOrDefault(person, List.of());
    }

    /// What takes a suspension back.
    List<Act> reinstatements(OpId suspension) {
        return reinstatements.getOrDefault(suspension, List.of());
    }

    /// Which suspensions somebody takes back.
    Set<OpId> reinstated() {
        return reinstatements.keySet();
    }

    List<Act> endorsements(Deed.Matter matter) {
        return endorsements.getOrDefault(matter, List.of());
    }

    /// Who was ever made a manager by something that was admitted.
    Set<PersonId> everManagers() {
        return everManagers;
    }

    /// Everybody who was ever admitted.
    Set<PersonId> people() {
        return roles.keySet();
    }

    /// What other acts hit.
    Map<Act, Set<Hit>> hits() {
        return hits;
    }

    /// The acts of devices that have two of one number, from there on.
    Stream<Act> afterForks() {
        return forks.keySet().stream()
                .flatMap(device -> chain(device).stream())
                .filter(this::isForked);
    }

    /// The forks of its device, at its number or before, that hit an act in a view.
    List<Hit.ByFork> forks(Act act, View view) {
        if (!isForked(act) || act.deed() instanceof Deed.Found) {
            return List.of();
        }
        List<Act> chain =
                chain(act.device()).stream()
                        .filter(view::has)
                        .filter(each -> each.dot().seq() <= act.dot().seq())
                        .toList();
        List<Hit.ByFork> found = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            for (int j = i + 1; j < chain.size() && isTwin(chain.get(i), chain.get(j)); j++) {
                Act one = chain.get(i);
                Act other = chain.get(j);
                if (one.equals(act) || other.equals(act) || one.dot().seq() < act.dot().seq()) {
                    found.add(new Hit.ByFork(one, other, act.rights().authors()));
                }
            }
        }
        return found;
    }

    private static boolean isTwin(Act one, Act other) {
        return one.dot().equals(other.dot());
    }

    /// What rests on an act.
    List<Act> dependents(OpId id) {
        return dependents.getOrDefault(id, List.of());
    }

    private static <K> List<Act> list(Map<K, List<Act>> map, K key) {
        return map.computeIfAbsent(key, _ -> new ArrayList<>());
    }
}
