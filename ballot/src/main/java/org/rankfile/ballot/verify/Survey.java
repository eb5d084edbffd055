// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent;
import org.rankfile.ballot.archive.ArchiveEvent.Cast;
import org.rankfile.ballot.archive.ArchiveReader;
import org.rankfile.crypto.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A first reading, which says which ballot of each credential is the last, so that the second can
/// add them up as they come and forget them. Keeps a hash and a number for each credential.
///
/// @param head what the archive ends in; missing where it has no event
/// @param ballots how many there are
/// @param last which ballot of a credential is the last, counted from 1
record Survey(Optional<Hash> head, int ballots, HashTable last) {
    static Survey of(ArchiveSource source) throws IOException, Malformed {
        HashTable seen = new HashTable();
        HashTable last = new HashTable();
        try (InputStream in = source.open()) {
            ArchiveReader reader = new ArchiveReader(in);
            String place = reader.place();
            for (Optional<ArchiveEvent> event = reader.next();
                    event.isPresent();
                    event = reader.next()) {
                if (event.get() instanceof Cast(byte[] ballot)) {
                    int number = seen.size() + 1;
                    if (seen.put(Hash.sha256Plain(ballot), number) != 0) {
                        throw new Malformed(place, "a ballot that was there before");
                    }
                    last.put(Electorate.name(Ballot.credential(ballot).orElse("")), number);
                }
                place = reader.place();
            }
            return new Survey(reader.headHash(), seen.size(), last);
        }
    }

    /// Whether a ballot is the one of its credential that counts.
    ///
    /// @param number as the ballots come, from 1
    boolean counts(Ballot ballot, long number) {
        return last.get(Electorate.name(ballot.credential().toString())) == number;
    }
}
