// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.event.Event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A record's history. Pure: the same ops give the same lines, in whatever order they came.
final class History {
    private static final Comparator<Trail> BY_TIME =
            Comparator.comparing(Trail::op, OpMark.BY_TIME).thenComparingInt(Trail::index);

    private History() {}

    static List<Change> of(@Nullable Trail latest) {
        List<Trail> arrived = Trail.inOrder(latest);
        Map<String, List<Write>> writes = writes(arrived);
        List<Change> lines = new ArrayList<>();
        arrived.stream().sorted(BY_TIME).forEach(entry -> describe(entry, writes, lines));
        return List.copyOf(lines);
    }

    /// All writes by field, in a causal order.
    static Map<String, List<Write>> writes(List<Trail> arrived) {
        Map<String, List<Write>> writes = new HashMap<>();
        for (Trail entry : arrived) {
            if (entry.event() instanceof Event.Put put) {
                put.fields()
                        .forEach((field, value) ->
                                writes.computeIfAbsent(field, f -> new ArrayList<>())
                                        .add(new Write(entry.op(), value)));
            }
        }
        return writes;
    }

    /// Those of the writes that are `known` and that no other known one replaces.
    static List<Write> latest(List<Write> causal, Predicate<Write> known) {
        List<Write> latest = new ArrayList<>();
        for (int i = causal.size() - 1; i >= 0; i--) {
            Write write = causal.get(i);
            if (known.test(write)
                    && latest.stream().noneMatch(later -> later.op().knows(write.op()))) {
                latest.add(write);
            }
        }
        return latest;
    }

    private static void describe(Trail entry, Map<String, List<Write>> writes, List<Change> lines) {
        switch (entry.event()) {
            case Event.Put put when put.fields().isEmpty() ->
                    lines.add(line(entry, Change.What.KEPT, "", "", ""));
            case Event.Put put ->
                    put.fields()
                            .forEach((field, after) -> {
                                String before = before(entry, writes.get(field));
                                lines.add(line(entry, Change.What.FIELD, field, before, after));
                            });
            case Event.Elements set -> {
                set.removed()
                        .forEach(
                                e -> lines.add(line(entry, Change.What.REMOVED, set.set(), e, "")));
                set.added()
                        .forEach(e -> lines.add(line(entry, Change.What.ADDED, set.set(), "", e)));
            }
            case Event.Note note -> lines.add(line(entry, Change.What.NOTE, "", "", note.text()));
            case Event.Strike _ -> lines.add(line(entry, Change.What.NOTE_WITHDRAWN, "", "", ""));
            case Event.Drop _ -> lines.add(line(entry, Change.What.DROPPED, "", "", ""));
            case Event.Unknown _ -> {
                // Of a later version: nothing to say.
            }
        }
    }

    private static String before(Trail entry, @Nullable List<Write> writes) {
        OpMark op = entry.op();
        List<Write> known =
                writes == null
                        ? List.of()
                        : latest(writes, w -> !w.op().equals(op) && op.knows(w.op()));
        return Write.winner(known, op.time().millis());
    }

    private static Change line(
            Trail entry, Change.What what, String field, String before, String after) {
        OpMark op = entry.op();
        return new Change(Stamp.of(op), what, field, before, after, op.batch(), op.undoes());
    }
}
