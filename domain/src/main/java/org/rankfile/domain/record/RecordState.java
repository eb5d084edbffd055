// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.RecordKey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One record as the fold goes on. Engine thread only.
final class RecordState {
    private final RecordKey key;
    private final Presence here = new Presence();
    private final Map<String, List<Write>> registers = new HashMap<>();
    private final Map<String, Map<String, Presence>> sets = new HashMap<>();
    private final Map<NoteKey, Trail> notes = new HashMap<>();
    private final Map<NoteKey, Presence> shown = new HashMap<>();
    private @Nullable Trail trail;
    private OpMark first;
    private OpMark last;

    RecordState(RecordKey key, OpMark op) {
        this.key = key;
        first = op;
        last = op;
    }

    void apply(OpMark op, int index, Event event) {
        trail = new Trail(op, index, event, trail);
        first = OpMark.BY_TIME.compare(op, first) < 0 ? op : first;
        last = OpMark.BY_TIME.compare(op, last) > 0 ? op : last;
        switch (event) {
            case Event.Put put -> {
                here.add(op);
                put.fields().forEach((field, value) -> put(field, new Write(op, value)));
            }
            case Event.Elements elements -> {
                here.add(op);
                Map<String, Presence> set =
                        sets.computeIfAbsent(elements.set(), name -> new HashMap<>());
                elements.removed().forEach(e -> element(set, e).remove(op));
                elements.added().forEach(e -> element(set, e).add(op));
            }
            case Event.Note note -> {
                here.add(op);
                NoteKey name = new NoteKey(op.id(), index);
                notes.put(name, trail);
                shown(name).add(op);
            }
            case Event.Strike strike -> shown(new NoteKey(strike.op(), strike.index())).remove(op);
            case Event.Unstrike back -> shown(new NoteKey(back.op(), back.index())).add(op);
            case Event.Reopen open -> {
                here.add(op);
                put(open.field(), new Write(op, open.values()));
            }
            case Event.Drop drop -> here.remove(op);
            case Event.Step _, Event.Unknown _ -> {
                // Not of a record, or of a later version.
            }
        }
    }

    private void put(String field, Write write) {
        registers.put(field, Write.after(registers.getOrDefault(field, List.of()), write));
    }

    private Presence shown(NoteKey note) {
        return shown.computeIfAbsent(note, n -> new Presence());
    }

    private static Presence element(Map<String, Presence> set, String element) {
        return set.computeIfAbsent(element, e -> new Presence());
    }

    RecordKey key() {
        return key;
    }

    Presence here() {
        return here;
    }

    OpMark first() {
        return first;
    }

    OpMark last() {
        return last;
    }

    @Nullable Trail trail() {
        return trail;
    }

    List<Write> heads(String field) {
        return registers.getOrDefault(field, List.of());
    }

    /// Whether what is shown will change by itself, when a clock that is ahead is reached.
    boolean waits(long nowMillis) {
        return registers.values().stream().anyMatch(heads -> Write.anyAhead(heads, nowMillis));
    }

    Map<String, String> values(long nowMillis) {
        Map<String, String> values = new HashMap<>();
        registers.forEach((field, heads) -> {
            String value = Write.winner(heads, nowMillis);
            if (!value.isEmpty()) {
                values.put(field, value);
            }
        });
        return Map.copyOf(values);
    }

    Map<String, List<String>> sets() {
        Map<String, List<String>> present = new HashMap<>();
        sets.forEach((name, elements) -> {
            List<String> held =
                    elements.entrySet().stream()
                            .filter(element -> element.getValue().holds())
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
            if (!held.isEmpty()) {
                present.put(name, held);
            }
        });
        return Map.copyOf(present);
    }

    Map<String, List<Choice>> open() {
        Map<String, List<Choice>> open = new TreeMap<>();
        registers.forEach((field, heads) -> {
            if (heads.size() > 1 || heads.getFirst().values().size() > 1) {
                List<Choice> choices = choices(heads);
                if (choices.size() > 1) {
                    open.put(field, choices);
                }
            }
        });
        return Map.copyOf(open);
    }

    /// Equal values are one choice: that of the earliest.
    private static List<Choice> choices(List<Write> heads) {
        List<Choice> choices = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        heads.stream()
                .sorted(Comparator.comparing(Write::op, OpMark.BY_TIME))
                .forEach(head ->
                        head.values().stream()
                                .filter(seen::add)
                                .map(v -> new Choice(choices.size() + 1, v, Stamp.of(head.op())))
                                .forEach(choices::add));
        return List.copyOf(choices);
    }

    List<NoteText> notes() {
        return notes.entrySet().stream()
                .filter(entry -> shown(entry.getKey()).holds())
                .map(Map.Entry::getValue)
                .sorted(
                        Comparator.comparing(Trail::op, OpMark.BY_TIME)
                                .thenComparingInt(Trail::index))
                .map(entry -> new NoteText(Stamp.of(entry.op()), text(entry)))
                .toList();
    }

    private static String text(Trail entry) {
        return entry.event() instanceof Event.Note(RecordKey _, String text) ? text : "";
    }
}
