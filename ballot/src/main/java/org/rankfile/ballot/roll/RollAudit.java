// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.crypto.Hash;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks a whole roll, as registrars do before they sign, and auditors afterwards: both see the
/// members' ids, under confidentiality. Whether enough registrars signed is for [SignedRoll] to
/// say. What never reached the auditor, no audit can miss: an enrolment that was withheld is found
/// by the member who made it.
public final class RollAudit {
    private final Roster roster;
    private final Map<Hash, Enrolment> enrolments = new HashMap<>();
    private final Enrolled enrolled;

    /// @param received every enrolment that the registrars have, also those that were replaced
    public RollAudit(Roster roster, Collection<Enrolment> received) {
        this.roster = roster;
        received.forEach(each -> enrolments.put(each.hash(), each));
        enrolled = Enrolled.of(roster, received);
    }

    /// The first thing that is wrong. Names leaves of the tree and never members.
    public Optional<String> flaw(Roll roll) {
        return flawOfTree(roll)
                .or(() -> flawOfEntries(roll))
                .or(() -> roll.statement().flaw(roll.credentials()))
                .or(() -> flawOfList(roll));
    }

    /// As many different members' entries as the tree has leaves: so they are all of it.
    private Optional<String> flawOfTree(Roll roll) {
        RollStatement statement = roll.statement();
        if (!statement.uuid().equals(roster.uuid())) {
            return Optional.of("uuid: of another election");
        }
        if (statement.entitled() != roster.size()) {
            return Optional.of("entitled: not as many as the roster has");
        }
        Set<Hash> members = new HashSet<>(roster.keys().keySet());
        Set<Integer> places = new HashSet<>();
        for (LeafOpening opening : roll.openings()) {
            if (!opening.isUnder(statement)) {
                return at(opening, "not in the tree that was signed");
            }
            if (!places.add(opening.index())) {
                return at(opening, "opened twice");
            }
            if (!members.remove(opening.member())) {
                return at(opening, "of nobody in the roster, or of somebody who has another");
            }
        }
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of("openings: one for a member is missing");
    }

    private Optional<String> flawOfEntries(Roll roll) {
        int count = 0;
        for (LeafOpening opening : roll.openings()) {
            Optional<Hash> standing =
                    Optional.ofNullable(enrolled.standing().get(opening.member()))
                            .map(Enrolment::hash);
            if (!opening.enrolment().equals(standing)) {
                return at(opening, reason(opening, standing));
            }
            count += standing.isPresent() ? 1 : 0;
        }
        return count == roll.statement().enrolled()
                ? Optional.empty()
                : Optional.of("enrolled: not as many as the tree has");
    }

    private String reason(LeafOpening opening, Optional<Hash> standing) {
        if (opening.enrolment().isEmpty()) {
            return "not enrolled, with an enrolment that stands";
        }
        Hash said = opening.enrolment().get();
        Enrolment enrolment = enrolments.get(said);
        if (enrolment == null || !enrolment.member().equals(opening.member())) {
            return "enrolled without an enrolment";
        }
        String refused = enrolled.refused().get(said);
        if (refused != null) {
            return "enrolled with an enrolment that was refused: " + refused;
        }
        return standing.isPresent()
                ? "enrolled with an enrolment that was replaced"
                : "enrolled with an enrolment that does not stand";
    }

    /// As many are listed as are enrolled by now, each with another credential: so if all of those
    /// are listed, nothing else is.
    private Optional<String> flawOfList(Roll roll) {
        for (LeafOpening opening : roll.openings()) {
            Enrolment standing = enrolled.standing().get(opening.member());
            if (standing != null && roll.credentials().weight(standing.credential()) == 0) {
                return at(opening, "enrolled with a credential that is not listed");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> at(LeafOpening opening, String reason) {
        return Optional.of("leaf " + opening.index() + ": " + reason);
    }
}
