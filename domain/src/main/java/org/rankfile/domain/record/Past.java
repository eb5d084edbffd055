// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.Event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything done to one record, by what it was done to; each list in a causal order.
///
/// @param here what made, kept and dropped the record
/// @param fields what each field was given
/// @param elements what came into and went out of the sets
/// @param notes what was done to each note
record Past(
        List<Deed> here,
        Map<String, List<Write>> fields,
        Map<Element, List<Deed>> elements,
        Map<NoteKey, List<Deed>> notes) {

    /// An element of a set.
    record Element(String set, String name) {}

    /// The past that the trail's entries tell, in the order of their arrival.
    static Past of(List<Trail> arrived) {
        Past past =
                new Past(
                        new ArrayList<>(),
                        new TreeMap<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>());
        arrived.forEach(past::add);
        return past;
    }

    private void add(Trail entry) {
        OpMark op = entry.op();
        switch (entry.event()) {
            case Event.Put put -> {
                here.add(new Deed(op, true));
                put.fields().forEach((field, value) -> write(field, new Write(op, value)));
            }
            case Event.Reopen open -> {
                here.add(new Deed(op, true));
                write(open.field(), new Write(op, open.values()));
            }
            case Event.Elements set -> {
                here.add(new Deed(op, true));
                set.removed().forEach(e -> element(set, e, new Deed(op, false)));
                set.added().forEach(e -> element(set, e, new Deed(op, true)));
            }
            case Event.Note _ -> {
                here.add(new Deed(op, true));
                note(new NoteKey(op.id(), entry.index()), new Deed(op, true));
            }
            case Event.Strike strike ->
                    note(new NoteKey(strike.op(), strike.index()), new Deed(op, false));
            case Event.Unstrike back ->
                    note(new NoteKey(back.op(), back.index()), new Deed(op, true));
            case Event.Drop _ -> here.add(new Deed(op, false));
            case Event.Step _, Event.Unknown _ -> {
                // Not of a record, or of a later version.
            }
        }
    }

    private void write(String field, Write write) {
        fields.computeIfAbsent(field, f -> new ArrayList<>()).add(write);
    }

    private void element(Event.Elements set, String element, Deed deed) {
        elements.computeIfAbsent(new Element(set.set(), element), e -> new ArrayList<>()).add(deed);
    }

    private void note(NoteKey note, Deed deed) {
        notes.computeIfAbsent(note, n -> new ArrayList<>()).add(deed);
    }
}
