// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import java.util.List;

/// One row of a file. Immutable.
public sealed interface CsvRow {
    /// The line on which it starts, from 1.
    int line();

    /// A row that could be read.
    record Cells(int line, List<String> cells) implements CsvRow {
        /// Copies the list.
        public Cells {
            cells = List.copyOf(cells);
        }
    }

    /// A row that could not.
    record Refused(int line, RowReason reason) implements CsvRow {}
}
