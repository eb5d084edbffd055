// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who is in the hall, as what and with which devices, by what stands in a view. A pure function of
/// the view.
final class Authority {
    private final Acts acts;
    private final View view;
    private final Standing standing;

    Authority(Acts acts, View view) {
        this.acts = acts;
        this.view = view;
        standing = new Standing(acts, view);
    }

    /// Whether an act is in the view and stands there.
    boolean stands(Act act) {
        return view.has(act) && standing.has(act);
    }

    /// A person's admission; missing where there is none that stands.
    Optional<Act> admission(PersonId person) {
        return Optional.ofNullable(acts.get(new OpId(person.hash())))
                .filter(act -> act.deed() instanceof Deed.Add || act.deed() instanceof Deed.Found)
                .filter(this::stands);
    }

    /// Whether a person is in the hall: admitted, and not removed.
    boolean isIn(PersonId person) {
        return admission(person).isPresent() && !isRemoved(person);
    }

    private boolean isRemoved(PersonId person) {
        return acts.cuts(person).stream()
                .anyMatch(act -> act.deed() instanceof Deed.Remove && stands(act));
    }

    /// Whether a person is shut out until somebody reinstates them.
    boolean isSuspended(PersonId person) {
        return acts.cuts(person).stream()
                .anyMatch(act -> act.deed() instanceof Deed.Suspend && stands(act));
    }

    /// The role that an act gives.
    static Grant grants(Act act) {
        return switch (act.deed()) {
            case Deed.Found _ -> new Grant(Role.MANAGER);
            case Deed.Add(Role role) -> new Grant(role);
            case Deed.Assign(PersonId _, Role role) -> new Grant(role);
            default -> new Grant(null);
        };
    }

    /// @param role missing where the act gives none
    record Grant(@Nullable Role role) {
        boolean isManager() {
            return role == Role.MANAGER;
        }
    }

    /// What gives a person their role: of what stands, the last. Of several that did not know of
    /// each other those that give the least: no clock and no id decides.
    List<Act> grantsOf(PersonId person) {
        List<Act> given = acts.roles(person).stream().filter(this::stands).toList();
        List<Act> last =
                given.stream()
                        .filter(act -> given.stream().noneMatch(other -> acts.isBefore(act, other)))
                        .toList();
        int least = last.stream().mapToInt(Authority::power).min().orElse(0);
        return last.stream().filter(act -> power(act) == least).toList();
    }

    /// A person's role; missing for somebody who was never admitted.
    Optional<Role> role(PersonId person) {
        return grantsOf(person).stream()
                .findFirst()
                .flatMap(act -> Optional.ofNullable(grants(act).role()));
    }

    private static int power(Act act) {
        Role role = grants(act).role();
        return role == null || role == Role.KEEPER ? 0 : role.code();
    }

    /// What certifies a device for somebody who is in the hall, by ascending id.
    List<Act> certificates(DeviceId device) {
        return acts.certificates(device).stream()
                .filter(this::stands)
                .filter(act -> isIn(Acts.personOf(act)))
                .filter(act -> !isRevoked(Acts.personOf(act), device))
                .sorted(Comparator.comparing(Act::id))
                .toList();
    }

    private boolean isRevoked(PersonId person, DeviceId device) {
        Deed revocation = new Deed.Revoke(person, device);
        return acts.cuts(person).stream()
                .anyMatch(act -> act.deed().equals(revocation) && stands(act));
    }

    /// For whom a device speaks.
    Set<PersonId> speakers(DeviceId device) {
        return certificates(device).stream()
                .map(Acts::personOf)
                .filter(person -> !role(person).equals(Optional.of(Role.KEEPER)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The managers, those who are suspended too.
    Stream<PersonId> managers() {
        return acts.everManagers().stream()
                .filter(this::isIn)
                .filter(person -> role(person).equals(Optional.of(Role.MANAGER)));
    }

    /// How many managers have to want something that needs a quorum: more than half.
    int quorum() {
        return (int) managers().count() / 2 + 1;
    }

    /// Of each manager but one who wants something, the ops that say so. A word that was taken back
    /// says nothing, and of two that did not know of each other the one that takes back holds.
    Map<PersonId, List<OpId>> endorsers(Deed.Matter matter, PersonId but) {
        List<Act> words = acts.endorsements(matter).stream().filter(this::stands).toList();
        Map<PersonId, List<OpId>> endorsers = new TreeMap<>();
        managers()
                .filter(manager -> !manager.equals(but))
                .forEach(manager -> {
                    List<OpId> given = given(words, manager);
                    if (!given.isEmpty()) {
                        endorsers.put(manager, given);
                    }
                });
        return endorsers;
    }

    /// Whether a manager wants something.
    boolean isWantedBy(Deed.Matter matter, PersonId manager) {
        List<Act> words = acts.endorsements(matter).stream().filter(this::stands).toList();
        return !given(words, manager).isEmpty();
    }

    private List<OpId> given(List<Act> words, PersonId manager) {
        List<Act> own =
                words.stream().filter(act -> act.rights().managers().contains(manager)).toList();
        return own.stream()
                .filter(Authority::isWanted)
                .filter(word ->
                        own.stream()
                                .filter(other -> !isWanted(other))
                                .allMatch(other -> acts.isBefore(other, word)))
                .map(Act::id)
                .toList();
    }

    private static boolean isWanted(Act word) {
        return word.deed() instanceof Deed.Endorse(Deed.Matter _, boolean wanted) && wanted;
    }
}
