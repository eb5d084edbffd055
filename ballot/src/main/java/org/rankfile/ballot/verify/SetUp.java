// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.group.Group;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.trustee.Trustees;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an election begins with, checked.
record SetUp(Election election, Trustees trustees, CredentialList credentials) {
    private static final int CHUNK = 64;

    /// Checks the set-up: the trustees made the election's key together, and everything is of the
    /// group.
    static SetUp of(Setup setup, Checks checks) throws Malformed {
        SetUp read = read(setup);
        Group group = read.election.group();
        Optional<String> flaw = read.trustees.flaw(group);
        if (flaw.isPresent()) {
            throw Malformed.of(flaw.get()).within("trustees");
        }
        if (!read.trustees.key(group).equals(read.election.key().element())) {
            throw new Malformed("election.public_key", "not what the trustees made");
        }
        if (!checks.known(read.election, setup.credentials())) {
            members(read.credentials, group, checks);
            checks.remember(read.election, setup.credentials());
        }
        return read;
    }

    private static SetUp read(Setup setup) throws Malformed {
        return new SetUp(
                part("election", setup.election(), Election::read),
                part("trustees", setup.trustees(), Trustees::read),
                part("credentials", setup.credentials(), CredentialList::read));
    }

    private interface Reader<T> {
        T read(byte[] bytes) throws Malformed;
    }

    private static <T> T part(String place, byte[] bytes, Reader<T> reader) throws Malformed {
        try {
            CanonicalJson.readCanonical(bytes);
            return reader.read(bytes);
        } catch (Malformed wrong) {
            throw wrong.within(place);
        }
    }

    private static void members(CredentialList credentials, Group group, Checks checks)
            throws Malformed {
        List<Element> all = List.copyOf(credentials.weights().keySet());
        List<List<Element>> chunks = new ArrayList<>();
        for (int at = 0; at < all.size(); at += CHUNK) {
            chunks.add(all.subList(at, Math.min(all.size(), at + CHUNK)));
        }
        if (checks.each(chunks, chunk -> chunk.stream().allMatch(group::contains))
                .contains(false)) {
            throw new Malformed("credentials", "one is not an element of the group");
        }
    }
}
