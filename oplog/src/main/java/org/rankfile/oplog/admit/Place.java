// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.Causality;
import org.rankfile.oplog.Dot;

/// Where an admitted op stands in its plane.
///
/// @param dot its device and sequence number
/// @param others what its author knew of other devices; its own earlier ops are implied. Shared by
///   consecutive ops of a device that learnt nothing between them, which keeps memory flat
record Place(Dot dot, Past others) implements Causality {
    @Override
    public boolean includes(Dot earlier) {
        return earlier.device().equals(dot.device())
                ? earlier.seq() < dot.seq()
                : others.includes(earlier);
    }

    /// What an op knows that names this one as a dependency.
    Past after() {
        return others.with(dot);
    }
}
