// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.oplog.OpId;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happened to one record. Immutable; an empty text means "no value" everywhere.
public sealed interface Event {
    /// Fields got values. With no field at all it only says that the record exists.
    record Put(RecordKey key, SortedMap<String, String> fields) implements Event {
        /// Copies the map.
        public Put {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }

    /// Elements came into a set of a record, others were taken out.
    record Elements(RecordKey key, String set, List<String> added, List<String> removed)
            implements Event {
        /// Copies the lists.
        public Elements {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /// A note was added.
    record Note(RecordKey key, String text) implements Event {}

    /// A note is withdrawn: it stays in the history and leaves the record.
    ///
    /// @param op the op that brought it
    /// @param index the note's place among that op's events
    record Strike(RecordKey key, OpId op, int index) implements Event {}

    /// A note that was withdrawn is part of the record again.
    ///
    /// @param op the op that brought it
    /// @param index the note's place among that op's events
    record Unstrike(RecordKey key, OpId op, int index) implements Event {}

    /// A decision between several values of a field is taken back: they are all open again. The
    /// last one is shown until somebody decides.
    record Reopen(RecordKey key, String field, List<String> values) implements Event {
        /// Copies the list.
        public Reopen {
            values = List.copyOf(values);
        }
    }

    /// The record, as far as the author knew it, is no more. What others wrote without knowing of
    /// this keeps it.
    record Drop(RecordKey key) implements Event {}

    /// Something of a later version: kept in the log, ignored here.
    record Unknown() implements Event {}
}
