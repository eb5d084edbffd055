// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.Batch;
import org.rankfile.oplog.OpId;

import java.util.List;

/// An import that was made here or elsewhere. Immutable.
///
/// @param ops the ops that carry it
/// @param records how many records it touched
/// @param undone whether it was taken back
public record BatchView(Batch batch, Stamp stamp, List<OpId> ops, int records, boolean undone) {
    /// Copies the list.
    public BatchView {
        ops = List.copyOf(ops);
    }
}
