// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.event;

import org.rankfile.domain.Limits;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Packs many events into few bodies, none above [Limits#BODY_BYTES]. Pure.
public final class EventPacker {
    private static final int EMPTY = 16;

    private final Optional<Batch> batch;
    private final List<OpId> undoes;
    private final int frame;
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<Event> together = new ArrayList<>();
    private int bytes;

    private EventPacker(Optional<Batch> batch, List<OpId> undoes) {
        this.batch = batch;
        this.undoes = undoes;
        frame = EventCodec.encode(new Envelope(batch, undoes, List.of())).length + EMPTY;
        bytes = frame;
    }

    /// The bodies that carry the events, in order. Each names the import and the ops that are taken
    /// back. An event that fits in no body is cut into several that say the same.
    ///
    /// @throws IllegalArgumentException for a single value that fits in no body
    public static List<byte[]> pack(Optional<Batch> batch, List<OpId> undoes, List<Event> events) {
        EventPacker packer = new EventPacker(batch, undoes);
        events.forEach(packer::add);
        packer.close();
        return packer.bodies;
    }

    private void add(Event event) {
        int size = size(event);
        if (size + frame > Limits.BODY_BYTES) {
            halves(event).forEach(this::add);
            return;
        }
        if (bytes + size > Limits.BODY_BYTES) {
            close();
        }
        together.add(event);
        bytes += size;
    }

    private void close() {
        if (!together.isEmpty()) {
            bodies.add(EventCodec.encode(new Envelope(batch, undoes, together)));
            together.clear();
            bytes = frame;
        }
    }

    private static List<Event> halves(Event event) {
        return switch (event) {
            case Event.Put put when put.fields().size() > 1 -> {
                List<String> names = new ArrayList<>(put.fields().keySet());
                String middle = names.get(names.size() / 2);
                SortedMap<String, String> fields = new TreeMap<>(put.fields());
                yield List.of(
                        new Event.Put(put.key(), fields.headMap(middle)),
                        new Event.Put(put.key(), fields.tailMap(middle)));
            }
            case Event.Elements set when set.added().size() + set.removed().size() > 1 ->
                    set.removed().isEmpty() || set.added().isEmpty()
                            ? halved(set)
                            : List.of(
                                    elements(set, List.of(), set.removed()),
                                    elements(set, set.added(), List.of()));
            default -> throw new IllegalArgumentException("a value larger than an op");
        };
    }

    private static List<Event> halved(Event.Elements set) {
        List<String> added = set.added();
        List<String> removed = set.removed();
        int half = added.size() / 2;
        int cut = removed.size() / 2;
        return List.of(
                elements(set, added.subList(0, half), removed.subList(0, cut)),
                elements(
                        set,
                        added.subList(half, added.size()),
                        removed.subList(cut, removed.size())));
    }

    private static Event elements(Event.Elements set, List<String> added, List<String> removed) {
        return new Event.Elements(set.key(), set.set(), added, removed);
    }

    private static int size(Event event) {
        return EventCodec.encode(new Envelope(Optional.empty(), List.of(), List.of(event))).length;
    }
}
