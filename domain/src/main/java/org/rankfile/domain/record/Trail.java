// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.event.Event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Everything that happened to a record, latest arrival first: a list that shares its tail, so that
/// snapshots hold it without copying. Immutable.
///
/// @param index the event's place among its op's events
record Trail(OpMark op, int index, Event event, @Nullable Trail earlier) {
    /// The entries in the order of their arrival, which is a causal order.
    static List<Trail> inOrder(@Nullable Trail latest) {
        List<Trail> entries = new ArrayList<>();
        for (Trail at = latest; at != null; at = at.earlier) {
            entries.add(at);
        }
        Collections.reverse(entries);
        return entries;
    }
}
