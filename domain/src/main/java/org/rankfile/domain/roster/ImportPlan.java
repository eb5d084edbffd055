// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.csv.RowReason;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.RecordKey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// What an import will do: the dry run, and the import itself. Pure; any thread.
///
/// @param table the file
/// @param rows what becomes of each row that is imported or unchanged
/// @param conflicts rows whose numbers belong to different workers, or that are about a worker whom
///   an earlier row is about; not imported
public record ImportPlan(MemberTable table, List<PlannedRow> rows, List<RefusedRow> conflicts) {
    /// Copies the lists.
    public ImportPlan {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }

    /// Compares a file with a list.
    ///
    /// @param taken whether a record with this id is in use
    /// @param freshId makes an id that is not
    public static ImportPlan of(
            MemberTable table,
            RosterIndex roster,
            Function<String, Boolean> taken,
            Supplier<String> freshId) {
        List<PlannedRow> rows = new ArrayList<>();
        List<RefusedRow> conflicts = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (MemberRow row : table.rows()) {
            Identity identity = Identity.of(row.values());
            List<Worker> found = roster.find(identity);
            if (found.size() > 1) {
                conflicts.add(new RefusedRow(row.line(), RowReason.IDS_DISAGREE, ""));
            } else if (found.isEmpty()) {
                String derived = identity.recordId();
                String id = taken.apply(derived) ? freshId.get() : derived;
                rows.add(row(row, PlannedRow.Fate.NEW, id, Optional.empty()));
            } else if (lines.putIfAbsent(found.getFirst().id(), row.line()) != null) {
                String earlier = String.valueOf(lines.get(found.getFirst().id()));
                conflicts.add(new RefusedRow(row.line(), RowReason.DUPLICATE_IN_FILE, earlier));
            } else {
                Worker worker = found.getFirst();
                PlannedRow planned =
                        row(row, PlannedRow.Fate.CHANGED, worker.id(), Optional.of(worker));
                rows.add(
                        planned.fields().isEmpty()
                                ? new PlannedRow(
                                        row.line(),
                                        PlannedRow.Fate.UNCHANGED,
                                        planned.key(),
                                        planned.fields())
                                : planned);
            }
        }
        return new ImportPlan(table, rows, conflicts);
    }

    private static PlannedRow row(
            MemberRow row, PlannedRow.Fate fate, String id, Optional<Worker> known) {
        SortedMap<String, String> fields = new TreeMap<>();
        row.values()
                .forEach((field, value) -> {
                    if (known.filter(w -> w.value(field).equals(value)).isEmpty()) {
                        fields.put(field.column(), value);
                    }
                });
        return new PlannedRow(row.line(), fate, RecordKey.worker(id), fields);
    }

    /// How many rows have this fate.
    public int count(PlannedRow.Fate fate) {
        return (int) rows.stream().filter(row -> row.fate() == fate).count();
    }

    /// How many rows the file has, broken ones included.
    public int total() {
        return rows.size() + conflicts.size() + table.refused().size();
    }

    /// The events of the import.
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (PlannedRow row : rows) {
            if (row.fate() != PlannedRow.Fate.UNCHANGED) {
                events.add(new Event.Put(row.key(), row.fields()));
            }
        }
        return events;
    }
}
