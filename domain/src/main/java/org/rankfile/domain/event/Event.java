// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.domain.Limits;
import org.rankfile.oplog.OpId;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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

    /// One step of a ballot, or a part of one that fits in no op (EV-14). No record changes by it:
    /// whoever runs ballots puts the parts together ([StepParts]) and judges what they say.
    ///
    /// @param whole [#hash] of the bytes of all parts together
    /// @param part which part this is, from 0
    /// @param parts how many there are, at most [Limits#STEP_PARTS]
    /// @param bytes at most [Limits#STEP_PART_BYTES]; not copied: do not change them
    record Step(RecordKey key, String step, Hash whole, int part, int parts, byte[] bytes)
            implements Event {
        private static final Label WHOLE = new Label("rankfile/ballot-step/1");

        /// Checks the bounds.
        ///
        /// @throws IllegalArgumentException for what [#fits] refuses
        public Step {
            if (!fits(part, parts, bytes)) {
                throw new IllegalArgumentException("no part of a step");
            }
        }

        /// Whether there can be such a part.
        static boolean fits(long part, long parts, byte[] bytes) {
            return part >= 0
                    && part < parts
                    && parts <= Limits.STEP_PARTS
                    && bytes.length <= Limits.STEP_PART_BYTES;
        }

        /// What names the bytes of a whole step.
        static Hash hash(byte[] whole) {
            return Hash.sha256(WHOLE, whole);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Step that
                    && key.equals(that.key)
                    && step.equals(that.step)
                    && whole.equals(that.whole)
                    && part == that.part
                    && parts == that.parts
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(key, step, whole, part, parts, Arrays.hashCode(bytes));
        }
    }

    /// Something of a later version: kept in the log, ignored here.
    record Unknown() implements Event {}
}
