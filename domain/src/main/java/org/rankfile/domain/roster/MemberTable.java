// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import java.util.List;

/// A members' file that was read. Immutable; any thread.
///
/// @param encoding the encoding that it was found to have; `windows-1252` is a guess
/// @param delimiter the delimiter that it was found to have
/// @param dates how its dates were read; `UNCLEAR` if only those were read that can mean one day
/// @param ignoredColumns headings that mean nothing here
/// @param rows the rows that could be read
/// @param refused the rows that could not
public record MemberTable(
        String encoding,
        char delimiter,
        DateOrder dates,
        List<String> ignoredColumns,
        List<MemberRow> rows,
        List<RefusedRow> refused) {
    /// Copies the lists.
    public MemberTable {
        ignoredColumns = List.copyOf(ignoredColumns);
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }
}
