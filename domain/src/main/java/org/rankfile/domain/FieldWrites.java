// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.Event;
import org.rankfile.domain.grievance.FieldKind;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.roster.DateOrder;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns what people type into events: in one spelling, within the limits, and only what changes.
/// Pure.
final class FieldWrites {
    private static final Set<WorkerField> NAMING =
            EnumSet.of(
                    WorkerField.EMPLOYEE_NO,
                    WorkerField.MEMBER_NO,
                    WorkerField.EXTERNAL_ID,
                    WorkerField.FIRST_NAME,
                    WorkerField.LAST_NAME,
                    WorkerField.GOES_BY);

    private FieldWrites() {}

    static List<Event> of(Worker worker, Map<WorkerField, String> typed) throws CommandRefused {
        SortedMap<String, String> changed = new TreeMap<>();
        for (Map.Entry<WorkerField, String> each : typed.entrySet()) {
            WorkerField field = each.getKey();
            String value =
                    field.kind()
                            .read(each.getValue(), DateOrder.UNCLEAR)
                            .orElseThrow(() -> bad(field.column()));
            limit(value, field.maxChars(), field.column());
            plain(value, field.column());
            boolean disputed = worker.record().open().containsKey(field.column());
            if (disputed || !worker.value(field).equals(value)) {
                changed.put(field.column(), value);
            }
        }
        boolean named =
                NAMING.stream()
                        .anyMatch(
                                f -> !changed.getOrDefault(f.column(), worker.value(f)).isEmpty());
        if (!named) {
            throw new CommandRefused(Refusal.NAMELESS, "");
        }
        return changed.isEmpty()
                ? List.of()
                : List.of(new Event.Put(worker.record().key(), changed));
    }

    static List<Event> of(Grievance grievance, Map<GrievanceField, String> typed)
            throws CommandRefused {
        SortedMap<String, String> changed = new TreeMap<>();
        List<Event> events = new ArrayList<>();
        for (Map.Entry<GrievanceField, String> each : new TreeMap<>(typed).entrySet()) {
            GrievanceField field = each.getKey();
            if (field.kind() == FieldKind.SET) {
                elements(grievance, field, each.getValue(), events);
            } else {
                String value = read(field, each.getValue());
                boolean disputed = grievance.open().containsKey(field);
                if (disputed || !grievance.value(field).equals(value)) {
                    changed.put(field.key(), value);
                }
            }
        }
        if (!changed.isEmpty()) {
            events.add(new Event.Put(grievance.record().key(), changed));
        }
        return events;
    }

    /// A value in its one spelling.
    static String read(GrievanceField field, String typed) throws CommandRefused {
        String value = field.read(typed).orElseThrow(() -> bad(field.key()));
        limit(value, field.maxChars(), field.key());
        plain(value, field.key());
        return value;
    }

    /// A note's text.
    static String note(String typed) throws CommandRefused {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw bad("note");
        }
        plain(text, "note");
        limit(text, Limits.LONG_CHARS, "note");
        return text;
    }

    private static void plain(String value, String about) throws CommandRefused {
        if (value.chars().anyMatch(FieldWrites::unprintable)) {
            throw bad(about);
        }
    }

    /// Control characters other than tab and line ends: no file could carry them back.
    private static boolean unprintable(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFD;
    }

    private static void elements(
            Grievance grievance, GrievanceField field, String typed, List<Event> events)
            throws CommandRefused {
        TreeSet<String> wanted = new TreeSet<>();
        Arrays.stream(typed.split(",")).map(String::strip).forEach(wanted::add);
        wanted.remove("");
        if (wanted.size() > Limits.ELEMENTS) {
            throw new CommandRefused(Refusal.TOO_MANY, field.key());
        }
        for (String element : wanted) {
            limit(element, field.maxChars(), field.key());
            plain(element, field.key());
        }
        List<String> before = grievance.elements(field);
        List<String> added = wanted.stream().filter(e -> !before.contains(e)).toList();
        List<String> removed = before.stream().filter(e -> !wanted.contains(e)).toList();
        if (!added.isEmpty() || !removed.isEmpty()) {
            events.add(new Event.Elements(grievance.record().key(), field.key(), added, removed));
        }
    }

    private static void limit(String value, int maxChars, String about) throws CommandRefused {
        if (value.length() > maxChars) {
            throw new CommandRefused(Refusal.TOO_LONG, about);
        }
    }

    private static CommandRefused bad(String about) {
        return new CommandRefused(Refusal.BAD_VALUE, about);
    }
}
