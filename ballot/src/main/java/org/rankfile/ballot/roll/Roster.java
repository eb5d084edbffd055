// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.group.Group;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.VerifyKey;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of whom an election asks something. Immutable.
///
/// @param uuid the election's
/// @param group of its credentials
/// @param members each with their own id and key
public record Roster(String uuid, Group group, List<Member> members) {
    /// A member as the roster has them.
    ///
    /// @param id in the roster
    /// @param key their identity key
    public record Member(Hash id, VerifyKey key) {
        /// Nothing of the member.
        @Override
        public String toString() {
            return "Member";
        }
    }

    /// @throws IllegalArgumentException for members with a [#flaw]
    public Roster {
        members = List.copyOf(members);
        flaw(members).ifPresent(Roster::refuse);
    }

    private static void refuse(String flaw) {
        throw new IllegalArgumentException(flaw);
    }

    /// What keeps members from being a roster: one who is there twice, or two with one key, who
    /// would be one person with two votes.
    public static Optional<String> flaw(List<Member> members) {
        if (members.size() > Limits.CREDENTIALS) {
            return Optional.of("more than " + Limits.CREDENTIALS + " members");
        }
        Set<Hash> ids = new HashSet<>();
        Set<VerifyKey> keys = new HashSet<>();
        for (Member member : members) {
            if (!ids.add(member.id())) {
                return Optional.of("a member is there twice");
            }
            if (!keys.add(member.key())) {
                return Optional.of("two members have one key");
            }
        }
        return Optional.empty();
    }

    Map<Hash, VerifyKey> keys() {
        Map<Hash, VerifyKey> keys = new HashMap<>();
        members.forEach(member -> keys.put(member.id(), member.key()));
        return keys;
    }

    /// How many there are.
    public int size() {
        return members.size();
    }
}
