// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.Batch;
import org.rankfile.oplog.OpId;

import java.util.List;
import java.util.Optional;

/// One line of a record's history. Immutable.
///
/// @param stamp by whom, when, and in which op (which can be undone)
/// @param what what kind of change
/// @param field the field or set; empty for the record as a whole and for notes
/// @param before what its author saw there
/// @param after what they left there
/// @param batch the import that brought it
/// @param undoes the ops that it takes back; empty for a change of its own
public record Change(
        Stamp stamp,
        What what,
        String field,
        String before,
        String after,
        Optional<Batch> batch,
        List<OpId> undoes) {
    /// Kinds of changes.
    public enum What {
        /// A field got another value.
        FIELD,
        /// An element came into a set.
        ADDED,
        /// An element was taken out of a set.
        REMOVED,
        /// A note was added.
        NOTE,
        /// A note was withdrawn.
        NOTE_WITHDRAWN,
        /// A decision between values was taken back: they are open again.
        REOPENED,
        /// The record was brought back, or made without any field.
        KEPT,
        /// The record was taken back.
        DROPPED
    }
}
