// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.roll;

import org.rankfile.ballot.Credential;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.group.Groups;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.SigningKey;
import org.rankfile.testkit.SeededRandom;

import java.util.ArrayList;
import java.util.List;

/// Invented members with their keys, and what their devices do.
final class Branch {
    static final Group GROUP = Groups.BELENIOS_2048;
    static final String UUID = "rankfi1eE1ection99";
    static final String OTHER_UUID = "another11E1ection";

    final SeededRandom random;
    final List<SigningKey> keys = new ArrayList<>();
    final Roster roster;

    Branch(long seed, int size) {
        random = new SeededRandom(seed);
        List<Roster.Member> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            keys.add(SigningKey.generate(random));
            members.add(new Roster.Member(hash(), keys.get(i).verifyKey()));
        }
        roster = new Roster(UUID, GROUP, members);
    }

    Hash hash() {
        return Hash.of(random.bytes(Hash.BYTES));
    }

    Hash id(int member) {
        return roster.members().get(member).id();
    }

    Credential credential() {
        return Credential.draw(GROUP, UUID, random);
    }

    Enrolment enrol(int member, int number) {
        return enrol(member, number, credential());
    }

    Enrolment enrol(int member, int number, Credential credential) {
        return sign(member, number, credential, keys.get(member));
    }

    /// With the key of a member, for another place than theirs.
    Enrolment enrolElsewhere(int member, String uuid, Hash id) {
        Enrolment.Place place = new Enrolment.Place(uuid, id, 0);
        return Enrolment.sign(GROUP, place, credential(), keys.get(member), random);
    }

    Enrolment sign(int member, int number, Credential credential, SigningKey key) {
        Enrolment.Place place = new Enrolment.Place(UUID, id(member), number);
        return Enrolment.sign(GROUP, place, credential, key, random);
    }

    Roll roll(List<Enrolment> received) {
        return Roll.of(roster, Enrolled.of(roster, received), 0, random);
    }
}
