// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.group.Scalar;
import org.rankfile.ballot.tally.PartialDecryption;
import org.rankfile.crypto.Hash;

import java.util.Collection;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A teller's one decryption. The difference of two decrypted sets would be somebody's vote, so
/// there is only ever one: of what a quorum sealed, and never after another.
public final class Opening {
    private final Council council;
    private final int least;
    private Optional<Hash> opened;

    /// @param least the fewest counted ballots that are decrypted
    /// @param opened what this teller decrypted before, from disk
    public Opening(Council council, int least, Optional<Hash> opened) {
        this.council = council;
        this.least = least;
        this.opened = opened;
    }

    /// What comes of the wish to decrypt.
    public sealed interface Outcome {
        /// The teller's part. That this root was opened has to be on disk before it is handed out.
        record Part(Hash root, PartialDecryption part) implements Outcome {}

        /// Nothing was decrypted.
        record Refused(Why why) implements Outcome {}
    }

    /// Why nothing was decrypted.
    public enum Why {
        /// A quorum has not sealed this set.
        NOT_SEALED,
        /// This teller decrypted another set.
        OPENED_ANOTHER,
        /// So few ballots that the result would tell how people voted.
        TOO_FEW
    }

    /// Decrypts a set.
    ///
    /// @param seals those of a quorum, for this set
    /// @param secret the teller's share
    public Outcome open(
            ClosedBox box, Collection<SignedVote> seals, Scalar secret, RandomGenerator random) {
        Hash root = box.statement().root();
        if (!council.sealed(root, seals)) {
            return new Outcome.Refused(Why.NOT_SEALED);
        }
        if (opened.map(before -> !before.equals(root)).orElse(false)) {
            return new Outcome.Refused(Why.OPENED_ANOTHER);
        }
        if (box.record().counted().size() < least) {
            return new Outcome.Refused(Why.TOO_FEW);
        }
        opened = Optional.of(root);
        PartialDecryption part =
                PartialDecryption.of(box.record().election(), box.record().tally(), secret, random);
        return new Outcome.Part(root, part);
    }
}
