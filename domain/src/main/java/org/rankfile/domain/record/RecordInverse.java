// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.Limits;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What takes ops back on one record. For each field, element and note that they touched: what
/// counts now, and what would count without them ([Hindsight]). Where that is the same, somebody
/// has changed it since, and it stays.
final class RecordInverse {
    private final RecordKey key;
    private final Set<OpId> ops;
    private final List<Event> events = new ArrayList<>();
    private final Set<String> kept = new TreeSet<>();

    RecordInverse(RecordState state, Set<OpId> ops) {
        this.ops = ops;
        key = state.key();
        List<Trail> arrived = Trail.inOrder(state.trail());
        Past past = Past.of(arrived);
        List<Deed> makers = Hindsight.of(past.here(), Deed::op, ops).then();
        boolean stays = Deed.holds(makers);
        boolean isHere = state.here().holds();
        if (!stays && isHere) {
            events.add(new Event.Drop(key));
        } else if (stays && madeByUs(past.here(), makers)) {
            keepWhole(arrived);
        } else if (stays) {
            if (!isHere) {
                events.add(new Event.Put(key, Collections.emptySortedMap()));
            }
            fields(past.fields());
            elements(past.elements());
            notes(past.notes());
        }
    }

    List<Event> events() {
        return events;
    }

    List<UndoConflict> conflicts() {
        return kept.stream().map(field -> new UndoConflict(key, field)).toList();
    }

    private boolean ours(OpMark op) {
        return ops.contains(op.id());
    }

    /// Whether nobody would have this record but for the ops: all others wrote to it knowing them.
    private boolean madeByUs(List<Deed> all, List<Deed> others) {
        List<OpMark> ours =
                all.stream()
                        .filter(deed -> ours(deed.op()) && deed.adds())
                        .map(Deed::op)
                        .filter(op -> op.undoes().isEmpty())
                        .toList();
        return !ours.isEmpty()
                && others.stream()
                        .filter(Deed::adds)
                        .allMatch(other -> ours.stream().anyMatch(other.op()::knows));
    }

    /// A record that the ops made, and that others have written to since, stays with all it holds:
    /// half a record is of no use to those others.
    private void keepWhole(List<Trail> arrived) {
        for (Trail entry : Hindsight.of(arrived, Trail::op, ops).then()) {
            switch (entry.event()) {
                case Event.Put put -> kept.addAll(put.fields().keySet());
                case Event.Elements elements -> kept.add(elements.set());
                case Event.Reopen open -> kept.add(open.field());
                default -> kept.add("");
            }
        }
    }

    private void fields(Map<String, List<Write>> fields) {
        SortedMap<String, String> restored = new TreeMap<>();
        fields.forEach((field, all) -> {
            if (all.stream().anyMatch(write -> ours(write.op()))) {
                field(field, all, restored);
            }
        });
        if (!restored.isEmpty()) {
            events.add(new Event.Put(key, restored));
        }
    }

    private void field(String field, List<Write> all, SortedMap<String, String> restored) {
        Hindsight<Write> past = Hindsight.of(all, Write::op, ops);
        List<Write> now = Write.latest(past.now());
        List<Write> then = Write.latest(past.then());
        List<String> values = Write.values(then);
        if (now.equals(then) || chars(values) > Limits.REOPENED_CHARS) {
            kept.add(field);
        } else if (Set.copyOf(values).size() > 1) {
            events.add(new Event.Reopen(key, field, values));
        } else {
            restored.put(field, values.isEmpty() ? "" : values.getLast());
        }
    }

    private static int chars(List<String> values) {
        return values.stream().mapToInt(String::length).sum();
    }

    private void elements(Map<Past.Element, List<Deed>> elements) {
        Map<String, List<String>> in = new TreeMap<>();
        Map<String, List<String>> out = new TreeMap<>();
        elements.forEach((element, deeds) -> {
            if (deeds.stream().noneMatch(deed -> ours(deed.op()))) {
                return;
            }
            Hindsight<Deed> past = Hindsight.of(deeds, Deed::op, ops);
            boolean then = Deed.holds(past.then());
            if (Deed.holds(past.now()) == then) {
                kept.add(element.set());
            } else {
                (then ? in : out)
                        .computeIfAbsent(element.set(), s -> new ArrayList<>())
                        .add(element.name());
            }
        });
        Set<String> sets = new TreeSet<>(in.keySet());
        sets.addAll(out.keySet());
        for (String set : sets) {
            events.add(
                    new Event.Elements(
                            key,
                            set,
                            in.getOrDefault(set, List.of()).stream().sorted().toList(),
                            out.getOrDefault(set, List.of()).stream().sorted().toList()));
        }
    }

    private void notes(Map<NoteKey, List<Deed>> notes) {
        notes.forEach((note, deeds) -> {
            if (deeds.stream().noneMatch(deed -> ours(deed.op()))) {
                return;
            }
            Hindsight<Deed> past = Hindsight.of(deeds, Deed::op, ops);
            boolean then = Deed.holds(past.then());
            if (Deed.holds(past.now()) != then) {
                events.add(
                        then
                                ? new Event.Unstrike(key, note.op(), note.index())
                                : new Event.Strike(key, note.op(), note.index()));
            }
        });
    }
}
