// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.Batch;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.record.UndoConflict;
import org.rankfile.domain.roster.ImportPlan;
import org.rankfile.oplog.OpId;

import java.util.List;
import java.util.Optional;

/// What became of a [Command]. Immutable.
public sealed interface Outcome {
    /// It is done, and on the disk.
    ///
    /// @param record what was made or changed, if it is one record
    /// @param ops the ops that were appended; empty if everything was so already
    /// @param kept what an undo left, because somebody has changed it since
    record Done(Optional<RecordKey> record, List<OpId> ops, List<UndoConflict> kept)
            implements Outcome {
        /// Copies the lists.
        public Done {
            ops = List.copyOf(ops);
            kept = List.copyOf(kept);
        }
    }

    /// What an import did, or would do.
    ///
    /// @param batch what to name in order to take it back; empty after a dry run, and where nothing
    ///   had to be written
    record Imported(ImportPlan plan, Optional<Batch> batch) implements Outcome {}

    /// Nothing was done; everything is as it was.
    ///
    /// @param about the field or the id in question; empty if none
    record Refused(Refusal why, String about) implements Outcome {}
}
