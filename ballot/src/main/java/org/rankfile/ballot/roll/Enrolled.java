// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.jspecify.annotations.Nullable;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.group.Element;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.VerifyKey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which of a set of enrolments stand: the same for the same set, whoever asks, in any order.
///
/// @param standing one for each member who is enrolled, by the member's id
/// @param replaced what a later enrolment of the same member replaces, so that its credential falls
///   out of the list
/// @param refused what stands for nothing, by hash, and why
public record Enrolled(
        Map<Hash, Enrolment> standing, List<Enrolment> replaced, Map<Hash, String> refused) {
    public Enrolled {
        standing = Collections.unmodifiableMap(new LinkedHashMap<>(standing));
        replaced = List.copyOf(replaced);
        refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
    }

    /// Sorts enrolments; the same one may be there several times. Three powers each.
    ///
    /// A credential that two members claim is nobody's, also where one of them replaced it: both
    /// know its secret. Neither of them falls back to an enrolment that they replaced.
    public static Enrolled of(Roster roster, Collection<Enrolment> received) {
        Map<Hash, String> refused = new LinkedHashMap<>();
        Map<Element, Set<Hash>> claims = new HashMap<>();
        Map<Hash, Enrolment> standing = new LinkedHashMap<>();
        List<Enrolment> replaced = new ArrayList<>();
        for (Enrolment each : valid(roster, received, refused)) {
            claims.computeIfAbsent(each.credential(), any -> new HashSet<>()).add(each.member());
            if (standing.putIfAbsent(each.member(), each) != null) {
                replaced.add(each);
            }
        }
        for (Enrolment each : List.copyOf(standing.values())) {
            if (claims.getOrDefault(each.credential(), Set.of()).size() > 1) {
                standing.remove(each.member());
                refused.put(each.hash(), "credential: another member claims it as well");
            }
        }
        return new Enrolled(standing, replaced, refused);
    }

    /// The latest of each member before those that it replaces.
    private static List<Enrolment> valid(
            Roster roster, Collection<Enrolment> received, Map<Hash, String> refused) {
        Map<Hash, VerifyKey> keys = roster.keys();
        Map<Hash, Enrolment> distinct = new HashMap<>();
        received.forEach(each -> distinct.put(each.hash(), each));
        List<Enrolment> valid = new ArrayList<>();
        distinct.forEach((hash, each) -> {
            Optional<String> flaw = flaw(roster, keys.get(each.member()), each);
            flaw.ifPresent(reason -> refused.put(hash, reason));
            if (flaw.isEmpty()) {
                valid.add(each);
            }
        });
        valid.sort(Enrolment.LATEST_FIRST);
        return valid;
    }

    private static Optional<String> flaw(
            Roster roster, @Nullable VerifyKey key, Enrolment enrolment) {
        if (!enrolment.uuid().equals(roster.uuid())) {
            return Optional.of("uuid: of another election");
        }
        return key == null
                ? Optional.of("member: not in the roster")
                : enrolment.flaw(roster.group(), key);
    }

    /// Nothing of the members.
    @Override
    public String toString() {
        return "Enrolled";
    }

    /// Who may vote, without names.
    CredentialList credentials() {
        return CredentialList.of(standing.values().stream().map(Enrolment::credential).toList());
    }
}
