// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote;

/// What came of something that was wanted of a ballot.
public sealed interface BallotAnswer<T> {
    /// It is done, and on the disk.
    record Done<T>(T value) implements BallotAnswer<T> {}

    /// Nothing was done.
    record Refused<T>(BallotRefusal why) implements BallotAnswer<T> {}
}
