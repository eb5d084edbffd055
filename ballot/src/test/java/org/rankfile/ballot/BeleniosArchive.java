// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot;

import org.rankfile.ballot.archive.Forgery;
import org.rankfile.ballot.archive.TestArchives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An election that belenios-tool 2.0 made, by `src/test/belenios/make-election.sh`: its records of
/// data in their order.
record BeleniosArchive(List<byte[]> data) {
    static BeleniosArchive read(String name) throws IOException, Malformed {
        return new BeleniosArchive(
                Forgery.of(TestArchives.read(name)).links().stream()
                        .flatMap(link -> link.records().stream())
                        .toList());
    }

    byte[] election() {
        return data.get(0);
    }

    byte[] trustees() {
        return data.get(1);
    }

    byte[] credentials() {
        return data.get(2);
    }

    /// All ballots, those that were replaced among them.
    List<byte[]> ballots() {
        return starting("{\"election_uuid\"");
    }

    byte[] tally() {
        return starting("[[{").getFirst();
    }

    List<byte[]> decryptions() {
        return starting("{\"decryption_factors\"");
    }

    byte[] result() {
        return data.getLast();
    }

    private List<byte[]> starting(String with) {
        return data.stream()
                .filter(each -> new String(each, StandardCharsets.UTF_8).startsWith(with))
                .toList();
    }
}
