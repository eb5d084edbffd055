// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.event.Batch;
import org.rankfile.domain.event.Envelope;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.EventCodec;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fold of the committee's ops into records: the same in every causal order of delivery (EV-6).
/// No clock, no I/O. Engine thread only.
public final class Ledger {
    /// The circle that holds all records of this version.
    public static final String CIRCLE = "committee";

    private final Map<RecordKey, RecordState> records = new HashMap<>();
    private final Map<OpId, OpEntry> ops = new HashMap<>();
    private final Map<String, Map<OpId, OpEntry>> batches = new LinkedHashMap<>();
    private final Set<OpId> undone = new HashSet<>();
    private final Map<DeviceId, Causality> frontier = new HashMap<>();
    private Set<RecordKey> touched = new HashSet<>();
    private int unreadable;

    record OpEntry(OpMark mark, List<Event> events) {
        Set<RecordKey> keys() {
            Set<RecordKey> keys = new HashSet<>();
            events.forEach(event -> key(event).ifPresent(keys::add));
            return keys;
        }
    }

    /// Folds one op. Those that its author knew were folded before.
    public void fold(ContentOp op) {
        frontier.put(op.device(), op.seen());
        Optional<Envelope> decoded = EventCodec.decode(op.body());
        if (decoded.isEmpty()) {
            unreadable++;
            return;
        }
        Envelope envelope = decoded.get();
        OpMark mark = OpMark.of(op, envelope.batch(), envelope.undoes());
        OpEntry entry = new OpEntry(mark, envelope.events());
        ops.put(op.id(), entry);
        undone.addAll(envelope.undoes());
        envelope.batch()
                .ifPresent(batch ->
                        batches.computeIfAbsent(batch.id(), id -> new LinkedHashMap<>())
                                .put(op.id(), entry));
        int index = 0;
        for (Event event : envelope.events()) {
            apply(mark, index++, event);
        }
    }

    private void apply(OpMark mark, int index, Event event) {
        key(event)
                .ifPresent(key -> {
                    records.computeIfAbsent(key, k -> new RecordState(k, mark))
                            .apply(mark, index, event);
                    touched.add(key);
                });
    }

    private static Optional<RecordKey> key(Event event) {
        return switch (event) {
            case Event.Put put -> Optional.of(put.key());
            case Event.Elements elements -> Optional.of(elements.key());
            case Event.Note note -> Optional.of(note.key());
            case Event.Strike strike -> Optional.of(strike.key());
            case Event.Drop drop -> Optional.of(drop.key());
            case Event.Unknown _ -> Optional.empty();
        };
    }

    /// The records that changed since the last call. Those that wait for a clock stay in it.
    public Set<RecordKey> takeTouched(long nowMillis) {
        Set<RecordKey> taken = touched;
        touched = new HashSet<>();
        for (RecordKey key : taken) {
            RecordState state = records.get(key);
            if (state != null && state.waits(nowMillis)) {
                touched.add(key);
            }
        }
        return taken;
    }

    /// A record; empty where there is none, or none any more.
    public Optional<RecordView> view(RecordKey key, long nowMillis) {
        RecordState state = records.get(key);
        return state == null || !state.here().holds()
                ? Optional.empty()
                : Optional.of(new RecordView(state, nowMillis));
    }

    /// The history of a record, also of one that is no more.
    public List<Change> history(RecordKey key) {
        RecordState state = records.get(key);
        return state == null ? List.of() : History.of(state.trail());
    }

    /// Whether each of the devices has written with knowledge of this op, or wrote it.
    public boolean seenByAll(Dot dot, Collection<DeviceId> devices) {
        return devices.stream()
                .allMatch(device -> {
                    Causality seen = frontier.get(device);
                    return device.equals(dot.device()) || (seen != null && seen.includes(dot));
                });
    }

    /// The op that gave a field its value, if only one did.
    public Optional<Dot> origin(RecordKey key, String field) {
        RecordState state = records.get(key);
        List<Write> heads = state == null ? List.of() : state.heads(field);
        return heads.size() == 1 ? Optional.of(heads.getFirst().op().dot()) : Optional.empty();
    }

    /// Whether the record was ever written to, here any more or not.
    public boolean knows(RecordKey key) {
        return records.containsKey(key);
    }

    /// The ops that could be read. A view: engine thread only.
    public Set<OpId> ops() {
        return Collections.unmodifiableSet(ops.keySet());
    }

    /// The imports, latest first.
    public List<BatchView> batches() {
        return batches.values().stream()
                .map(this::batch)
                .sorted((a, b) -> b.stamp().time().compareTo(a.stamp().time()))
                .toList();
    }

    private BatchView batch(Map<OpId, OpEntry> entries) {
        OpEntry first =
                entries.values().stream()
                        .min((a, b) -> OpMark.BY_TIME.compare(a.mark(), b.mark()))
                        .orElseThrow();
        Batch batch = first.mark().batch().orElseThrow();
        Set<RecordKey> keys = new HashSet<>();
        entries.values().forEach(entry -> keys.addAll(entry.keys()));
        return new BatchView(
                batch,
                Stamp.of(first.mark()),
                entries.keySet().stream().sorted().toList(),
                keys.size(),
                undone.containsAll(entries.keySet()));
    }

    /// How many ops carried nothing that could be read.
    public int unreadable() {
        return unreadable;
    }

    @Nullable RecordState state(RecordKey key) {
        return records.get(key);
    }

    @Nullable OpEntry entry(OpId op) {
        return ops.get(op);
    }
}
