// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.domain.Limits;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Packs many events into few bodies, none above [Limits#BODY_BYTES]. Pure.
public final class EventPacker {
    private static final int EMPTY = 16;

    private EventPacker() {}

    /// The bodies that carry the events, in order. The ops that are taken back are named in the
    /// first body.
    ///
    /// @throws IllegalArgumentException for an event that fits in no body
    public static List<byte[]> pack(Optional<Batch> batch, List<OpId> undoes, List<Event> events) {
        List<byte[]> bodies = new ArrayList<>();
        List<Event> together = new ArrayList<>();
        List<OpId> named = undoes;
        int frame = EventCodec.encode(new Envelope(batch, undoes, List.of())).length + EMPTY;
        int bytes = frame;
        for (Event event : events) {
            int size = size(event);
            if (size + frame > Limits.BODY_BYTES) {
                throw new IllegalArgumentException("an event larger than an op");
            }
            if (bytes + size > Limits.BODY_BYTES) {
                bodies.add(EventCodec.encode(new Envelope(batch, named, together)));
                together.clear();
                named = List.of();
                bytes = frame;
            }
            together.add(event);
            bytes += size;
        }
        if (!together.isEmpty() || !named.isEmpty()) {
            bodies.add(EventCodec.encode(new Envelope(batch, named, together)));
        }
        return bodies;
    }

    private static int size(Event event) {
        return EventCodec.encode(new Envelope(Optional.empty(), List.of(), List.of(event))).length;
    }
}
