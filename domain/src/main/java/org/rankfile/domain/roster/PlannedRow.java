// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.event.RecordKey;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an import will do with one row. Immutable.
///
/// @param fields what it will write, by column; empty for an unchanged row
public record PlannedRow(int line, Fate fate, RecordKey key, SortedMap<String, String> fields) {
    /// Copies the map.
    public PlannedRow {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// What becomes of a row.
    public enum Fate {
        /// Nobody with these numbers is in the list.
        NEW,
        /// Some cells differ. An empty cell changes nothing.
        CHANGED,
        /// The list says the same.
        UNCHANGED
    }
}
