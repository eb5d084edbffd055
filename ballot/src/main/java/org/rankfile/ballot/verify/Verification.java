// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Election;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.archive.ArchiveEvent;
import org.rankfile.ballot.archive.ArchiveEvent.Announced;
import org.rankfile.ballot.archive.ArchiveEvent.Cast;
import org.rankfile.ballot.archive.ArchiveEvent.Decrypted;
import org.rankfile.ballot.archive.ArchiveEvent.End;
import org.rankfile.ballot.archive.ArchiveEvent.Setup;
import org.rankfile.ballot.archive.ArchiveEvent.Tallied;
import org.rankfile.ballot.tally.Decryption;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.ballot.tally.Result;
import org.rankfile.ballot.trustee.DecryptionKey;
import org.rankfile.crypto.Hash;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was found so far in the second reading of an archive, after its set-up. That events are in
/// their order, and that their data is theirs, was seen to before.
final class Verification {
    private final SetUp setUp;
    private final BallotBox box;
    private final SortedMap<Integer, PartialDecryption> parts = new TreeMap<>();
    private Optional<Result> result = Optional.empty();

    Verification(SetUp setUp, BallotBox box) {
        this.setUp = setUp;
        this.box = box;
    }

    /// Checks an event.
    ///
    /// @throws Malformed where something in it does not hold
    void take(String place, ArchiveEvent event) throws Malformed {
        if (event instanceof Cast(byte[] ballot)) {
            box.add(place, ballot);
            return;
        }
        box.settle();
        try {
            check(event);
        } catch (Malformed wrong) {
            throw wrong.within(place);
        }
    }

    private void check(ArchiveEvent event) throws Malformed {
        switch (event) {
            case Tallied tallied -> tally(tallied);
            case Decrypted decrypted -> part(decrypted);
            case Announced(byte[] announced) -> result(announced);
            case Setup _, Cast _, End _ -> {
                // Nothing that is not checked elsewhere.
            }
        }
    }

    private void tally(Tallied tallied) throws Malformed {
        if (!Arrays.equals(box.tally().bytes(), tallied.tally())) {
            throw new Malformed("encrypted_tally", "not the sum of the ballots that count");
        }
        if (tallied.counted() != box.counted()) {
            throw new Malformed("num_tallied", "not how many ballots count");
        }
        if (tallied.weight() != box.weight()) {
            throw new Malformed("total_weight", "not the weight of the ballots that count");
        }
    }

    private void part(Decrypted decrypted) throws Malformed {
        int owner = decrypted.owner();
        List<DecryptionKey> members = setUp.trustees().members();
        if (owner > members.size()) {
            throw new Malformed("owner", "no such trustee");
        }
        PartialDecryption part = PartialDecryption.read(decrypted.part());
        if (!Arrays.equals(part.bytes(), decrypted.part())) {
            throw new Malformed("", "not in canonical form");
        }
        Optional<String> flaw =
                part.flaw(setUp.election(), box.tally(), members.get(owner - 1).key());
        if (flaw.isPresent()) {
            throw Malformed.of(flaw.get());
        }
        if (parts.put(owner, part) != null) {
            throw new Malformed("owner", "a trustee who did their part before");
        }
    }

    private void result(byte[] announced) throws Malformed {
        Result claimed = Result.read(announced);
        if (!Arrays.equals(claimed.bytes(), announced)) {
            throw new Malformed("", "not in canonical form");
        }
        Election election = setUp.election();
        Optional<Decryption> decryption =
                Decryption.of(election, setUp.trustees(), box.tally(), parts);
        if (decryption.isEmpty()) {
            throw new Malformed("", "a result before enough trustees did their part");
        }
        boolean possible =
                claimed.numbers().stream()
                        .flatMap(List::stream)
                        .allMatch(number -> number <= box.weight());
        if (!possible || !decryption.get().yields(claimed)) {
            throw new Malformed("result", "not what the ballots and the trustees' parts yield");
        }
        result = Optional.of(claimed);
    }

    /// What was found.
    ///
    /// @param head the hash of the last event
    Summary summary(long timestamp, Hash head) throws Malformed {
        box.settle();
        return new Summary(
                setUp.election(),
                timestamp,
                setUp.electorate().size(),
                box.ballots(),
                box.counted(),
                box.weight(),
                setUp.trustees().members().size(),
                parts.keySet(),
                result,
                head);
    }

    /// Whether enough trustees did their part for a result.
    boolean isDecrypted() {
        return Decryption.of(setUp.election(), setUp.trustees(), box.tally(), parts).isPresent();
    }
}
