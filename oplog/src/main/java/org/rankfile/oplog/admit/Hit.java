// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;

import java.util.Optional;
import java.util.Set;

/// What could void an act, as far as neither knew of the other (MEM-16).
sealed interface Hit {
    /// Those authors of the act whom it is about.
    Set<PersonId> about();

    /// A cut.
    record ByCut(Act act, Set<PersonId> about) implements Hit {}

    /// A role in which a person may not be treated so.
    record ByRole(Act act, Set<PersonId> about) implements Hit {}

    /// Two acts of one device and number.
    record ByFork(Act one, Act other, Set<PersonId> about) implements Hit {}

    /// How an act hits another that it did not know of and that did not know of it.
    static Optional<Hit> of(Act by, Act act) {
        if (isShielded(by, act)) {
            return Optional.of(new ByRole(by, act.rights().authors()));
        }
        if (!by.isCut() || isAimedBack(by, act)) {
            return Optional.empty();
        }
        PersonId target = by.aim().orElseThrow();
        boolean among =
                by.rights().demotes()
                        ? act.rights().managers().contains(target)
                        : act.rights().authors().contains(target);
        boolean withDevice =
                !(by.deed() instanceof Deed.Revoke revoke) || revoke.device().equals(act.device());
        return among && withDevice ? Optional.of(new ByCut(by, Set.of(target))) : Optional.empty();
    }

    /// Whether a role that somebody was given forbids what was done to them.
    private static boolean isShielded(Act role, Act act) {
        if (!(role.deed() instanceof Deed.Assign(PersonId person, Role given))
                || act.rights().authors().contains(person)) {
            return false;
        }
        return switch (act.deed()) {
            case Deed.Remove(PersonId whom) when whom.equals(person) ->
                    (given == Role.MANAGER && !act.hasQuorum())
                            || (given == Role.STEWARD && act.rights().managers().isEmpty());
            case Deed.Assign(PersonId whom, Role _) when whom.equals(person) ->
                    given == Role.MANAGER && !act.hasQuorum();
            case Deed.Revoke(PersonId whom, DeviceId _) when whom.equals(person) ->
                    given == Role.MANAGER && !act.hasQuorum();
            default -> false;
        };
    }

    /// Whoever is aimed at cannot shake it off.
    private static boolean isAimedBack(Act cut, Act act) {
        return act.aim().filter(cut.movers()::contains).isPresent()
                && (act.deed() instanceof Deed.Endorse || act.hasQuorum() || !cut.hasQuorum());
    }
}
