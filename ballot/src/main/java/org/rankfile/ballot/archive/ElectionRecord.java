// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import org.rankfile.ballot.Ballot;
import org.rankfile.ballot.CredentialList;
import org.rankfile.ballot.Election;
import org.rankfile.ballot.archive.ArchiveEvent.Announced;
import org.rankfile.ballot.archive.ArchiveEvent.Cast;
import org.rankfile.ballot.archive.ArchiveEvent.Decrypted;
import org.rankfile.ballot.archive.ArchiveEvent.End;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.archive.ArchiveEvent.Tallied;
import org.rankfile.ballot.group.Element;
import org.rankfile.ballot.tally.Decryption;
import org.rankfile.ballot.tally.EncryptedTally;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.tally.Result;
import org.rankfile.ballot.trustee.Trustees;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What an election's archive is made of, once voting is over: everybody who has the same makes the
/// same bytes.
///
/// @param credentials who may vote; every ballot is of one of them
/// @param ballots valid ones, in their order in the archive
public record ElectionRecord(
        Election election, Trustees trustees, CredentialList credentials, List<Ballot> ballots) {
    public ElectionRecord {
        ballots = List.copyOf(ballots);
    }

    /// The ballots that count: the last of each credential.
    public Map<Element, Ballot> counted() {
        Map<Element, Ballot> counted = new LinkedHashMap<>();
        ballots.forEach(ballot -> counted.put(ballot.credential(), ballot));
        return counted;
    }

    /// Their sum.
    public EncryptedTally tally() {
        EncryptedTally tally = EncryptedTally.none(election);
        for (Ballot ballot : counted().values()) {
            tally = tally.plus(election, ballot, credentials.weight(ballot.credential()));
        }
        return tally;
    }

    /// The weight of the ballots that count: no number of the result is larger.
    public long weight() {
        return counted().keySet().stream().mapToLong(credentials::weight).sum();
    }

    /// The result, if enough trustees did their part.
    ///
    /// @param parts by the number of the trustee's member, from 1; all of them hold
    public Optional<Result> result(Map<Integer, PartialDecryption> parts) {
        return Decryption.of(election, trustees, tally(), parts)
                .flatMap(decryption -> decryption.result(weight()));
    }

    /// Writes the archive as far as it goes: with the result where the parts yield one.
    ///
    /// @param time of the end of voting, in seconds since 1970
    /// @param parts as for [#result]
    public void write(OutputStream out, long time, Map<Integer, PartialDecryption> parts)
            throws IOException {
        ArchiveWriter writer = new ArchiveWriter(out, time);
        writer.add(new Setup(election.bytes(), trustees.bytes(), credentials.bytes()));
        for (Ballot ballot : ballots) {
            writer.add(new Cast(ballot.bytes()));
        }
        writer.add(new End());
        writer.add(new Tallied(tally().bytes(), counted().size(), weight()));
        for (Map.Entry<Integer, PartialDecryption> part : new TreeMap<>(parts).entrySet()) {
            writer.add(new Decrypted(part.getKey(), part.getValue().bytes()));
        }
        Optional<Result> result = result(parts);
        if (result.isPresent()) {
            writer.add(new Announced(result.get().bytes()));
        }
    }
}
