// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The events that take ops back (EV-10). What somebody has changed since stays, and is listed.
///
/// @param events to append, as an op that names the ops
/// @param conflicts what stays as it is
/// @param records how many records change
public record Inverse(List<Event> events, List<UndoConflict> conflicts, int records) {
    /// Copies the lists.
    public Inverse {
        events = List.copyOf(events);
        conflicts = List.copyOf(conflicts);
    }

    /// Plans the inverse of ops, taken together. Pure.
    public static Inverse of(Ledger ledger, Set<OpId> ops, long nowMillis) {
        Map<RecordKey, List<Event>> byRecord = new TreeMap<>();
        for (OpId op : ops) {
            Ledger.OpEntry entry = ledger.entry(op);
            if (entry != null) {
                entry.keys().forEach(key -> byRecord.put(key, List.of()));
            }
        }
        Plan plan = new Plan(ops, nowMillis);
        for (RecordKey key : byRecord.keySet()) {
            RecordState state = ledger.state(key);
            if (state != null) {
                plan.record(state);
            }
        }
        return new Inverse(plan.events, plan.conflicts, plan.records);
    }

    private static final class Plan {
        private final Set<OpId> ops;
        private final long nowMillis;
        private final List<Event> events = new ArrayList<>();
        private final List<UndoConflict> conflicts = new ArrayList<>();
        private int records;

        Plan(Set<OpId> ops, long nowMillis) {
            this.ops = ops;
            this.nowMillis = nowMillis;
        }

        void record(RecordState state) {
            int before = events.size();
            List<Trail> arrived = Trail.inOrder(state.trail());
            boolean made =
                    arrived.stream().filter(Plan::adds).findFirst().filter(this::ours).isPresent();
            if (made && state.here().holds()) {
                dropOrKeep(state, arrived);
            } else {
                fields(state, arrived);
                sets(state, arrived);
                notesAndDrops(state, arrived);
            }
            records += events.size() > before ? 1 : 0;
        }

        private static boolean adds(Trail entry) {
            return !(entry.event() instanceof Event.Drop)
                    && !(entry.event() instanceof Event.Strike);
        }

        private boolean ours(Trail entry) {
            return ops.contains(entry.op().id());
        }

        /// A record that the ops made goes, unless somebody else has written to it since.
        private void dropOrKeep(RecordState state, List<Trail> arrived) {
            if (state.here().adds().stream().allMatch(op -> ops.contains(op.id()))) {
                events.add(new Event.Drop(state.key()));
            } else {
                Set<String> theirs = new HashSet<>();
                arrived.stream()
                        .filter(entry -> !ours(entry))
                        .forEach(entry -> theirs.add(field(entry)));
                theirs.stream()
                        .sorted()
                        .forEach(field -> conflicts.add(new UndoConflict(state.key(), field)));
            }
        }

        private static String field(Trail entry) {
            return switch (entry.event()) {
                case Event.Put put when put.fields().size() == 1 -> put.fields().firstKey();
                case Event.Elements elements -> elements.set();
                default -> "";
            };
        }

        private void fields(RecordState state, List<Trail> arrived) {
            SortedMap<String, String> restored = new TreeMap<>();
            Map<String, List<Write>> writes = new TreeMap<>(History.writes(arrived));
            writes.forEach((field, all) -> {
                if (all.stream().anyMatch(write -> ops.contains(write.op().id()))) {
                    field(state, field, all, restored);
                }
            });
            if (!restored.isEmpty()) {
                events.add(new Event.Put(state.key(), restored));
            }
        }

        private void field(
                RecordState state,
                String field,
                List<Write> all,
                SortedMap<String, String> restored) {
            List<Write> heads = state.heads(field);
            List<Write> ours = heads.stream().filter(head -> ops.contains(head.op().id())).toList();
            List<Write> theirs =
                    heads.stream().filter(head -> !ops.contains(head.op().id())).toList();
            if (ours.isEmpty() || theirs.size() > 1) {
                conflicts.add(new UndoConflict(state.key(), field));
                return;
            }
            List<Write> known =
                    History.latest(
                            all,
                            write ->
                                    !ops.contains(write.op().id())
                                            && ours.stream()
                                                    .anyMatch(our -> our.op().knows(write.op())));
            String value = Write.winner(theirs.isEmpty() ? known : theirs, nowMillis);
            restored.put(field, value);
        }

        private void sets(RecordState state, List<Trail> arrived) {
            Map<String, Set<String>> added = new HashMap<>();
            Map<String, Set<String>> removed = new HashMap<>();
            for (Trail entry : arrived) {
                if (ours(entry) && entry.event() instanceof Event.Elements e) {
                    added.computeIfAbsent(e.set(), s -> new HashSet<>()).addAll(e.added());
                    removed.computeIfAbsent(e.set(), s -> new HashSet<>()).addAll(e.removed());
                }
            }
            for (String set : new TreeMap<>(added).keySet()) {
                List<String> out = new ArrayList<>();
                for (String element : added.getOrDefault(set, Set.of())) {
                    List<OpMark> adds = state.element(set, element).adds();
                    if (!adds.isEmpty() && adds.stream().allMatch(a -> ops.contains(a.id()))) {
                        out.add(element);
                    }
                }
                List<String> in = new ArrayList<>(removed.getOrDefault(set, Set.of()));
                in.removeIf(element -> state.element(set, element).holds());
                Collections.sort(out);
                Collections.sort(in);
                if (!in.isEmpty() || !out.isEmpty()) {
                    events.add(new Event.Elements(state.key(), set, in, out));
                }
            }
        }

        private void notesAndDrops(RecordState state, List<Trail> arrived) {
            for (Trail entry : arrived) {
                if (!ours(entry)) {
                    continue;
                }
                if (entry.event() instanceof Event.Note
                        && !state.struck(new NoteKey(entry.op().id(), entry.index()))) {
                    events.add(new Event.Strike(state.key(), entry.op().id(), entry.index()));
                }
                if (entry.event() instanceof Event.Drop && !state.here().holds()) {
                    events.add(new Event.Put(state.key(), Collections.emptySortedMap()));
                }
            }
        }
    }
}
