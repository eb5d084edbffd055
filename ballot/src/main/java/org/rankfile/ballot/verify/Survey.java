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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A first reading, which says which ballot of each credential is the last, so that the second can
/// add them up as they come and forget them. Keeps two hashes a ballot.
///
/// @param head what the archive ends in; missing where it has no event
/// @param ballots how many there are
/// @param last the hash of the last ballot by the hash of its credential
record Survey(Optional<Hash> head, long ballots, Map<Hash, Hash> last) {
    static Survey of(ArchiveSource source) throws IOException, Malformed {
        Set<Hash> seen = new HashSet<>();
        Map<Hash, Hash> last = new HashMap<>();
        try (InputStream in = source.open()) {
            ArchiveReader reader = new ArchiveReader(in);
            String place = reader.place();
            for (Optional<ArchiveEvent> event = reader.next();
                    event.isPresent();
                    event = reader.next()) {
                if (event.get() instanceof Cast(byte[] ballot)) {
                    Hash hash = Hash.sha256Plain(ballot);
                    if (!seen.add(hash)) {
                        throw new Malformed(place, "a ballot that was there before");
                    }
                    last.put(key(Ballot.credential(ballot).orElse("")), hash);
                }
                place = reader.place();
            }
            return new Survey(reader.headHash(), seen.size(), last);
        }
    }

    private static Hash key(String credential) {
        return Hash.sha256Plain(credential.getBytes(StandardCharsets.US_ASCII));
    }

    /// Whether a ballot is the one of its credential that counts.
    boolean counts(Ballot ballot, Hash hash) {
        Hash counting = last.get(key(ballot.credential().toString()));
        return counting != null && counting.equals(hash);
    }
}
