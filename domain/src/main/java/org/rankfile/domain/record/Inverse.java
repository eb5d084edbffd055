// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.Event;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The events that take ops back (EV-10). What somebody has changed since stays, and is listed.
///
/// @param events to append, in ops that name the ops
/// @param conflicts what stays as it is
/// @param records how many records change
public record Inverse(List<Event> events, List<UndoConflict> conflicts, int records) {
    /// Copies the lists.
    public Inverse {
        events = List.copyOf(events);
        conflicts = List.copyOf(conflicts);
    }

    /// Plans the inverse of ops, taken together. Pure.
    public static Inverse of(Ledger ledger, Set<OpId> ops) {
        Set<RecordState> states = new TreeSet<>((a, b) -> a.key().compareTo(b.key()));
        for (OpId op : ops) {
            states.addAll(ledger.touchedBy(op));
        }
        List<Event> events = new ArrayList<>();
        List<UndoConflict> conflicts = new ArrayList<>();
        int records = 0;
        for (RecordState state : states) {
            RecordInverse inverse = new RecordInverse(state, ops);
            events.addAll(inverse.events());
            conflicts.addAll(inverse.conflicts());
            records += inverse.events().isEmpty() ? 0 : 1;
        }
        return new Inverse(events, conflicts, records);
    }
}
