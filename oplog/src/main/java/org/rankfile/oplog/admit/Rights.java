// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who may do what, by what the author knew (MEM-12 to MEM-15). A pure function.
final class Rights {
    private final Acts acts;
    private final Authority authority;

    Rights(Acts acts, Authority authority) {
        this.acts = acts;
        this.authority = authority;
    }

    /// Somebody who speaks with a device.
    ///
    /// @param certificate that it is theirs
    private record Speaker(PersonId person, Act certificate, Role role, boolean suspended) {
        boolean isManager() {
            return role == Role.MANAGER;
        }

        boolean isFree() {
            return !suspended;
        }
    }

    /// As whom a device does something; missing where it may not.
    Optional<Act.Rights> of(DeviceId device, Deed deed) {
        List<Speaker> speakers = speakers(device);
        List<List<OpId>> any = new ArrayList<>();
        Set<PersonId> authors = new HashSet<>();
        Set<PersonId> managers = new HashSet<>();
        for (Speaker speaker : speakers) {
            if (isSound(deed) && may(speaker, deed) && isWanted(speaker, deed)) {
                authors.add(speaker.person());
                if (speaker.isManager()) {
                    managers.add(speaker.person());
                }
                bundles(speaker).forEach(any::add);
            }
        }
        return authors.isEmpty()
                ? Optional.empty()
                : Optional.of(rights(deed, authors, managers, any));
    }

    private Act.Rights rights(
            Deed deed, Set<PersonId> authors, Set<PersonId> managers, List<List<OpId>> any) {
        PersonId by = authors.stream().sorted().findFirst().orElseThrow();
        boolean takesMore = needsQuorum(by, deed);
        Map<PersonId, List<OpId>> endorsers = takesMore ? endorsers(deed, by) : Map.of();
        int besides = takesMore ? authority.quorum() - 1 : 0;
        List<OpId> all = target(deed).map(person -> new OpId(person.hash())).stream().toList();
        Support support = new Support(all, any, besides, List.copyOf(endorsers.values()));
        return new Act.Rights(
                authors,
                managers,
                endorsers.keySet(),
                authority.managers().collect(Collectors.toSet()),
                takesMore && isDemotion(deed),
                support);
    }

    private Map<PersonId, List<OpId>> endorsers(Deed deed, PersonId by) {
        return matter(deed).map(matter -> authority.endorsers(matter, by)).orElse(Map.of());
    }

    /// Whether enough others want what one alone may not do.
    private boolean isWanted(Speaker by, Deed deed) {
        return !needsQuorum(by.person(), deed)
                || endorsers(deed, by.person()).size() >= authority.quorum() - 1;
    }

    private boolean isDemotion(Deed deed) {
        return deed instanceof Deed.Assign(PersonId person, Role role)
                && role != Role.MANAGER
                && isManager(person);
    }

    /// Whether a device may do something as soon as enough others want it.
    boolean mayWithOthers(DeviceId device, Deed deed) {
        return isSound(deed)
                && speakers(device).stream()
                        .anyMatch(by -> may(by, deed) && needsQuorum(by.person(), deed));
    }

    private List<Speaker> speakers(DeviceId device) {
        return authority.certificates(device).stream()
                .flatMap(certificate -> speaker(certificate).stream())
                .filter(speaker -> speaker.role() != Role.KEEPER)
                .toList();
    }

    private Optional<Speaker> speaker(Act certificate) {
        PersonId person = Acts.personOf(certificate);
        return authority
                .role(person)
                .map(role -> new Speaker(person, certificate, role, authority.isSuspended(person)));
    }

    /// What the right rests on: certificate, admission and one of what gave the role.
    private Stream<List<OpId>> bundles(Speaker speaker) {
        return authority.grantsOf(speaker.person()).stream()
                .map(grant ->
                        Stream.of(
                                        speaker.certificate().id(),
                                        new OpId(speaker.person().hash()),
                                        grant.id())
                                .distinct()
                                .toList());
    }

    /// Whether what a deed names is there.
    private boolean isSound(Deed deed) {
        return switch (deed) {
            case Deed.Reinstate(OpId suspension) -> {
                Act act = acts.get(suspension);
                yield act != null && authority.stands(act) && act.deed() instanceof Deed.Suspend;
            }
            case Deed.Revoke(PersonId person, DeviceId device) ->
                    authority.speakers(device).contains(person);
            default -> target(deed).map(authority::isIn).orElse(true);
        };
    }

    private static Optional<PersonId> target(Deed deed) {
        return switch (deed) {
            case Deed.Certify(PersonId person, DeviceId _) -> Optional.of(person);
            case Deed.Assign(PersonId person, Role _) -> Optional.of(person);
            case Deed.Suspend(PersonId person) -> Optional.of(person);
            case Deed.Remove(PersonId person) -> Optional.of(person);
            case Deed.Revoke(PersonId person, DeviceId _) -> Optional.of(person);
            case Deed.Endorse(Deed.Matter matter, boolean _) -> Optional.of(matter.person());
            default -> Optional.empty();
        };
    }

    private boolean may(Speaker by, Deed deed) {
        return switch (deed) {
            case Deed.Found _ -> false;
            case Deed.Add _ -> by.isManager() && by.isFree();
            case Deed.Certify(PersonId person, DeviceId _) ->
                    by.isFree() && (by.isManager() || by.person().equals(person));
            case Deed.Assign(PersonId person, Role role) -> mayAssign(by, person, role);
            case Deed.Suspend(PersonId person) ->
                    by.isManager() && by.isFree() && !by.person().equals(person);
            case Deed.Reinstate(OpId suspension) ->
                    by.isManager() && by.isFree() && !isSuspensionOf(suspension, by.person());
            case Deed.Remove(PersonId person) -> mayRemove(by, person);
            case Deed.Revoke(PersonId person, DeviceId _) ->
                    by.person().equals(person)
                            || (by.isManager() && by.isFree() && !isManager(person));
            case Deed.Endorse _ -> by.isManager();
            case Deed.Other _ -> by.isFree();
        };
    }

    private boolean isSuspensionOf(OpId suspension, PersonId person) {
        Act act = acts.get(suspension);
        return act != null && act.deed().equals(new Deed.Suspend(person));
    }

    /// With a quorum also somebody who is suspended: else one manager who suspends all others first
    /// could never be removed. The last manager stays one.
    private boolean mayAssign(Speaker by, PersonId person, Role role) {
        boolean stepsDown = by.person().equals(person) && role != Role.MANAGER;
        boolean free = by.isFree() || needsQuorum(by.person(), new Deed.Assign(person, role));
        return by.isManager() && free && !(stepsDown && authority.managers().count() == 1);
    }

    private boolean mayRemove(Speaker by, PersonId person) {
        if (by.person().equals(person)) {
            return !by.isManager() || authority.managers().count() > 1;
        }
        return switch (authority.role(person).orElse(Role.KEEPER)) {
            case MEMBER, KEEPER -> by.isFree() && (by.isManager() || by.role() == Role.STEWARD);
            case STEWARD -> by.isFree() && by.isManager();
            case MANAGER -> by.isManager();
        };
    }

    private boolean isManager(PersonId person) {
        return authority.role(person).equals(Optional.of(Role.MANAGER));
    }

    /// Whether one manager alone may not do this.
    private boolean needsQuorum(PersonId by, Deed deed) {
        return switch (deed) {
            case Deed.Add(Role role) -> role == Role.MANAGER;
            case Deed.Assign(PersonId person, Role role) ->
                    role == Role.MANAGER || (isManager(person) && !person.equals(by));
            case Deed.Remove(PersonId person) -> isManager(person) && !person.equals(by);
            default -> false;
        };
    }

    private static Optional<Deed.Matter> matter(Deed deed) {
        return switch (deed) {
            case Deed.Assign(PersonId person, Role role) ->
                    Optional.of(new Deed.Matter(person, Optional.of(role)));
            case Deed.Remove(PersonId person) ->
                    Optional.of(new Deed.Matter(person, Optional.empty()));
            default -> Optional.empty();
        };
    }
}
