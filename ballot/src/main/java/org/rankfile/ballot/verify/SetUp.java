// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.trustee.Trustees;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What an election begins with, checked.
record SetUp(Election election, Trustees trustees, Electorate electorate) {
    private static final int CHUNK = 64;

    /// Checks the set-up: the trustees made the election's key together, and everything is of the
    /// group.
    static SetUp of(Setup setup, Checks checks) throws Malformed {
        Election election = part("election", setup.election(), canonical(Election::read));
        Trustees trustees = part("trustees", setup.trustees(), canonical(Trustees::read));
        CredentialList credentials = part("credentials", setup.credentials(), CredentialList::read);
        Group group = election.group();
        Optional<String> flaw = trustees.flaw(group);
        if (flaw.isPresent()) {
            throw Malformed.of(flaw.get()).within("trustees");
        }
        if (!trustees.key(group).equals(election.key().element())) {
            throw new Malformed("election.public_key", "not what the trustees made");
        }
        if (!checks.known(election, setup.credentials())) {
            members(credentials, group, checks);
            checks.remember(election, setup.credentials());
        }
        return new SetUp(election, trustees, new Electorate(credentials));
    }

    private interface Reader<T> {
        T read(byte[] bytes) throws Malformed;
    }

    private static <T> Reader<T> canonical(Reader<T> reader) {
        return bytes -> {
            CanonicalJson.readCanonical(bytes);
            return reader.read(bytes);
        };
    }

    private static <T> T part(String place, byte[] bytes, Reader<T> reader) throws Malformed {
        try {
            return reader.read(bytes);
        } catch (Malformed wrong) {
            throw wrong.within(place);
        }
    }

    private static void members(CredentialList credentials, Group group, Checks checks)
            throws Malformed {
        List<Integer> chunks = new ArrayList<>();
        for (int from = 0; from < credentials.size(); from += CHUNK) {
            chunks.add(from);
        }
        if (checks.each(chunks, from -> areMembers(credentials, from, group)).contains(false)) {
            throw new Malformed("credentials", "one is not an element of the group");
        }
    }

    private static boolean areMembers(CredentialList credentials, int from, Group group) {
        return IntStream.range(from, Math.min(credentials.size(), from + CHUNK))
                .allMatch(index -> group.contains(credentials.key(index)));
    }
}
