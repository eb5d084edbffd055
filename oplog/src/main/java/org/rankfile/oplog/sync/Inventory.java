// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// Every op id of one circle that this replica received whole: admitted, opaque, parked or refused
/// alike, so that fingerprints agree for ever (SYN-11). In ascending order, each id once.
///
/// Ids are only ever added. It may grow while a session reads it; ranks are then those of the
/// moment of the call. Engine thread only.
public interface Inventory {

    /// How many ids are held.
    int size();

    /// Is this op held?
    boolean contains(OpKey key);

    /// How many held ids sort before `bound`.
    int rank(OpKey bound);

    /// The id at a rank.
    ///
    /// @throws IndexOutOfBoundsException unless `0 <= rank < size()`
    OpKey at(int rank);

    /// Count and sum of the ids with `fromRank <= rank < toRank`.
    ///
    /// @throws IndexOutOfBoundsException unless `0 <= fromRank <= toRank <= size()`
    RangeSum sum(int fromRank, int toRank);

    /// The fingerprint of all ids: what two replicas compare, and what the status shows.
    default Fingerprint fingerprint() {
        return Fingerprint.of(sum(0, size()));
    }
}
