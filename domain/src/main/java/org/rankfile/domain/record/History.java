// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.event.Event;
import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A record's history. Pure: the same ops give the same lines, in whatever order they came.
final class History {
    private static final Comparator<Trail> BY_TIME =
            Comparator.comparing(Trail::op, OpMark.BY_TIME).thenComparingInt(Trail::index);

    private final Map<String, List<Write>> writes;
    private final Map<NoteKey, String> notes = new HashMap<>();
    private final List<Change> lines = new ArrayList<>();

    private History(List<Trail> arrived) {
        writes = Past.of(arrived).fields();
        for (Trail entry : arrived) {
            if (entry.event() instanceof Event.Note note) {
                notes.put(new NoteKey(entry.op().id(), entry.index()), note.text());
            }
        }
    }

    static List<Change> of(@Nullable Trail latest) {
        List<Trail> arrived = Trail.inOrder(latest);
        History history = new History(arrived);
        arrived.stream().sorted(BY_TIME).forEach(history::describe);
        return List.copyOf(history.lines);
    }

    private void describe(Trail entry) {
        switch (entry.event()) {
            case Event.Put put when put.fields().isEmpty() ->
                    line(entry, Change.What.KEPT, "", "", "");
            case Event.Put put ->
                    put.fields()
                            .forEach((field, after) ->
                                    line(
                                            entry,
                                            Change.What.FIELD,
                                            field,
                                            before(entry, field),
                                            after));
            case Event.Elements set -> {
                set.removed().forEach(e -> line(entry, Change.What.REMOVED, set.set(), e, ""));
                set.added().forEach(e -> line(entry, Change.What.ADDED, set.set(), "", e));
            }
            case Event.Reopen open ->
                    line(
                            entry,
                            Change.What.REOPENED,
                            open.field(),
                            before(entry, open.field()),
                            String.join(" | ", open.values()));
            case Event.Note note -> line(entry, Change.What.NOTE, "", "", note.text());
            case Event.Strike(var _, OpId op, int index) ->
                    line(entry, Change.What.NOTE_WITHDRAWN, "", note(op, index), "");
            case Event.Unstrike(var _, OpId op, int index) ->
                    line(entry, Change.What.NOTE, "", "", note(op, index));
            case Event.Drop _ -> line(entry, Change.What.DROPPED, "", "", "");
            case Event.Step _, Event.Unknown _ -> {
                // Not of a record, or of a later version: nothing to say.
            }
        }
    }

    private String note(OpId op, int index) {
        return notes.getOrDefault(new NoteKey(op, index), "");
    }

    /// What the author saw there.
    private String before(Trail entry, String field) {
        OpMark op = entry.op();
        List<Write> known =
                writes.getOrDefault(field, List.of()).stream()
                        .filter(write -> !write.op().equals(op) && op.knows(write.op()))
                        .toList();
        return Write.winner(Write.latest(known), op.time().millis());
    }

    private void line(Trail entry, Change.What what, String field, String before, String after) {
        OpMark op = entry.op();
        lines.add(new Change(Stamp.of(op), what, field, before, after, op.batch(), op.undoes()));
    }
}
