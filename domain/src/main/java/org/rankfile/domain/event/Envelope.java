// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.oplog.OpId;

import java.util.List;
import java.util.Optional;

/// What one op of the committee carries.
///
/// @param batch the import that it belongs to
/// @param undoes the ops that it takes back
/// @param events what happened, in order
public record Envelope(Optional<Batch> batch, List<OpId> undoes, List<Event> events) {
    /// Copies the lists.
    public Envelope {
        undoes = List.copyOf(undoes);
        events = List.copyOf(events);
    }
}
