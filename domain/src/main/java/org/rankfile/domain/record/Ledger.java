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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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

    private static final Comparator<BatchView> LATEST_FIRST =
            Comparator.comparing((BatchView view) -> view.stamp().time())
                    .thenComparing(view -> view.stamp().op())
                    .reversed();

    private final Map<RecordKey, RecordState> records = new HashMap<>();
    private final Map<OpId, OpEntry> ops = new HashMap<>();
    private final Map<String, Map<OpId, OpEntry>> batches = new LinkedHashMap<>();
    private final List<OpMark> undos = new ArrayList<>();
    private final Map<DeviceId, Causality> frontier = new HashMap<>();
    private Set<RecordKey> touched = new HashSet<>();
    private @Nullable List<BatchView> batchViews;
    private int unreadable;

    private record OpEntry(OpMark mark, Set<RecordKey> keys) {}

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
        Set<RecordKey> keys = new HashSet<>();
        envelope.events().forEach(event -> key(event).ifPresent(keys::add));
        OpEntry entry = new OpEntry(mark, keys);
        ops.put(op.id(), entry);
        if (!mark.undoes().isEmpty()) {
            undos.add(mark);
            batchViews = null;
        }
        if (mark.batch().isPresent()) {
            batchViews = null;
        }
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
            case Event.Reopen open -> Optional.of(open.key());
            case Event.Strike strike -> Optional.of(strike.key());
            case Event.Unstrike back -> Optional.of(back.key());
            case Event.Drop drop -> Optional.of(drop.key());
            case Event.Step _, Event.Unknown _ -> Optional.empty();
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

    /// The records of a kind, those that are no more included.
    public List<RecordKey> keys(String kind) {
        return records.keySet().stream().filter(key -> key.kind().equals(kind)).sorted().toList();
    }

    /// The values that a field was ever given in the records of a kind, those that are no more
    /// included.
    public Set<String> everGiven(String kind, String field) {
        Set<String> values = new HashSet<>();
        records.values().stream()
                .filter(state -> state.key().kind().equals(kind))
                .forEach(state ->
                        state.heads(field).forEach(write -> values.addAll(write.values())));
        return values;
    }

    /// The ops that are taken back together with an op. For an op that takes others back: the rest
    /// of the same undo, which may be in several ops, and those by which others took back the same
    /// apart from it. Else it alone.
    public Set<OpId> together(OpId op) {
        Set<OpId> together = new HashSet<>(Set.of(op));
        OpEntry entry = ops.get(op);
        if (entry == null || entry.mark().undoes().isEmpty()) {
            return together;
        }
        OpMark mark = entry.mark();
        Map<Long, OpId> chain = new HashMap<>();
        for (OpMark undo : undos) {
            if (!undo.undoes().equals(mark.undoes())) {
                continue;
            }
            if (undo.dot().device().equals(mark.dot().device())) {
                chain.put(undo.dot().seq(), undo.id());
            } else if (!undo.knows(mark) && !mark.knows(undo)) {
                together.add(undo.id());
            }
        }
        for (long step : new long[] {-1, 1}) {
            OpId next = chain.get(mark.dot().seq() + step);
            for (long seq = mark.dot().seq() + step; next != null; next = chain.get(seq)) {
                together.add(next);
                seq += step;
            }
        }
        return together;
    }

    /// The import that an op belongs to.
    public Optional<Batch> batchOf(OpId op) {
        OpEntry entry = ops.get(op);
        return entry == null ? Optional.empty() : entry.mark().batch();
    }

    /// The imports, latest first.
    public List<BatchView> batches() {
        List<BatchView> views = batchViews;
        if (views == null) {
            Set<OpId> undone = undone();
            views =
                    batches.values().stream()
                            .map(entries -> batch(entries, undone))
                            .sorted(LATEST_FIRST)
                            .toList();
            batchViews = views;
        }
        return views;
    }

    /// What was taken back and not restored. An op comes after those that it takes back, so the
    /// latest decide first.
    private Set<OpId> undone() {
        Set<OpId> undone = new HashSet<>();
        for (OpMark undo : undos.reversed()) {
            if (!undone.contains(undo.id())) {
                undone.addAll(undo.undoes());
            }
        }
        return undone;
    }

    private static BatchView batch(Map<OpId, OpEntry> entries, Set<OpId> undone) {
        OpEntry first =
                entries.values().stream()
                        .min((a, b) -> OpMark.BY_TIME.compare(a.mark(), b.mark()))
                        .orElseThrow();
        Batch batch = first.mark().batch().orElseThrow();
        Set<RecordKey> keys = new HashSet<>();
        entries.values().forEach(entry -> keys.addAll(entry.keys));
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

    /// The records that an op wrote to.
    List<RecordState> touchedBy(OpId op) {
        OpEntry entry = ops.get(op);
        List<RecordState> states = new ArrayList<>();
        if (entry != null) {
            for (RecordKey key : entry.keys) {
                RecordState state = records.get(key);
                if (state != null) {
                    states.add(state);
                }
            }
        }
        return states;
    }
}
