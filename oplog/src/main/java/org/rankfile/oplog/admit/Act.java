// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An admitted authority op of the hall.
///
/// @param place where it stands and what its author knew, by numbers
/// @param parents the ops it names: its backlink and dependencies
/// @param rights as whom it was said
record Act(OpId id, Place place, List<OpId> parents, Deed deed, Rights rights) {
    Act {
        parents = List.copyOf(parents);
    }

    /// As whom something was said, decided when it was admitted.
    ///
    /// @param authors the people of its device who had the right to it
    /// @param managers those of them who were managers
    /// @param endorsers which other managers wanted it, where it takes a quorum
    /// @param peers who else was a manager, as far as its author knew
    /// @param demotes whether it takes a manager's role
    record Rights(
            Set<PersonId> authors,
            Set<PersonId> managers,
            Set<PersonId> endorsers,
            Set<PersonId> peers,
            boolean demotes,
            Support support) {
        static final Rights NONE =
                new Rights(Set.of(), Set.of(), Set.of(), Set.of(), false, Support.NONE);

        Rights {
            authors = Set.copyOf(authors);
            managers = Set.copyOf(managers);
            endorsers = Set.copyOf(endorsers);
            peers = Set.copyOf(peers);
        }
    }

    Dot dot() {
        return place.dot();
    }

    DeviceId device() {
        return place.dot().device();
    }

    /// The person that it admits, or that it founds the hall with.
    PersonId person() {
        return new PersonId(id.hash());
    }

    /// Whether it voids what its target does without knowing of it (MEM-16).
    boolean isCut() {
        return deed instanceof Deed.Remove
                || deed instanceof Deed.Suspend
                || deed instanceof Deed.Revoke
                || rights.demotes();
    }

    /// Whether it is part of shutting somebody out, or of undoing that (MEM-19).
    boolean isAboutCuts() {
        return isCut()
                || deed instanceof Deed.Reinstate
                || (deed instanceof Deed.Endorse && aim().isPresent());
    }

    /// Whom it aims at (MEM-16).
    Optional<PersonId> aim() {
        return rights.demotes() && deed instanceof Deed.Assign(PersonId person, _)
                ? Optional.of(person)
                : deed.target();
    }

    /// Whether more than its author had to want it.
    boolean hasQuorum() {
        return rights.support().quorum() > 0;
    }

    /// Who wanted it: authors and endorsers.
    Set<PersonId> movers() {
        Set<PersonId> movers = new HashSet<>(rights.authors());
        movers.addAll(rights.endorsers());
        return movers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Act act && act.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
