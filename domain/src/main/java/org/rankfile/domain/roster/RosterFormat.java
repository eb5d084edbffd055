// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.csv.CsvWriter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Writes `members.csv`. What it writes, an import finds unchanged.
public final class RosterFormat {
    private RosterFormat() {}

    /// The file's text.
    ///
    /// @param mark whether to begin with a byte-order mark
    public static String csv(Collection<Worker> workers, boolean mark) {
        CsvWriter out = new CsvWriter();
        out.row(Arrays.stream(WorkerField.values()).map(WorkerField::column).toList());
        for (Worker worker : workers) {
            List<String> cells = new ArrayList<>();
            for (WorkerField field : WorkerField.values()) {
                cells.add(worker.value(field));
            }
            out.row(cells);
        }
        return out.text(mark);
    }
}
