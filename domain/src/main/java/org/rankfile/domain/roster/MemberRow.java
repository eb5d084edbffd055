// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// A row of a members' file, its values in their one spelling. Immutable.
///
/// @param line where it starts, from 1
/// @param values the cells that are not empty
public record MemberRow(int line, Map<WorkerField, String> values) {
    /// Copies the map.
    public MemberRow {
        Map<WorkerField, String> copy = new EnumMap<>(WorkerField.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    String value(WorkerField field) {
        return values.getOrDefault(field, "");
    }
}
