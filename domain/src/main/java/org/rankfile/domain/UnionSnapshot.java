// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.record.BatchView;
import org.rankfile.domain.roster.Worker;

import java.util.List;

/// Everything at one moment. Immutable; any thread.
///
/// @param version rises with every change
/// @param workers by last name
/// @param grievances open ones by their next deadline, overdue first ([Grievance#BY_DEADLINE])
/// @param batches the imports, latest first
public record UnionSnapshot(
        long version, List<Worker> workers, List<Grievance> grievances, List<BatchView> batches) {
    /// Nothing yet.
    static final UnionSnapshot EMPTY = new UnionSnapshot(0, List.of(), List.of(), List.of());

    /// Copies the lists.
    public UnionSnapshot {
        workers = List.copyOf(workers);
        grievances = List.copyOf(grievances);
        batches = List.copyOf(batches);
    }
}
