// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.jspecify.annotations.Nullable;
import org.rankfile.domain.event.RecordKey;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// One record at one moment. Immutable; any thread.
public final class RecordView {
    private final RecordKey key;
    private final Map<String, String> values;
    private final Map<String, List<String>> sets;
    private final Map<String, List<Choice>> open;
    private final List<NoteText> notes;
    private final Stamp created;
    private final Stamp changed;
    private final @Nullable Trail trail;

    RecordView(RecordState state, long nowMillis) {
        key = state.key();
        values = state.values(nowMillis);
        sets = state.sets();
        open = state.open();
        notes = state.notes();
        trail = state.trail();
        created = Stamp.of(state.first());
        changed = Stamp.of(state.last());
    }

    /// What names it.
    public RecordKey key() {
        return key;
    }

    /// The circle whose members can read it.
    public String circle() {
        return Ledger.CIRCLE;
    }

    /// A field's value; empty where it has none.
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /// All fields that have a value, those of later versions included.
    public Map<String, String> values() {
        return values;
    }

    /// A set's elements, sorted.
    public List<String> elements(String set) {
        return sets.getOrDefault(set, List.of());
    }

    /// All sets that have elements.
    public Map<String, List<String>> sets() {
        return sets;
    }

    /// The fields to which people gave different values without knowing of each other.
    public Map<String, List<Choice>> open() {
        return open;
    }

    /// The notes, oldest first.
    public List<NoteText> notes() {
        return notes;
    }

    /// By whom and when it was made.
    public Stamp created() {
        return created;
    }

    /// By whom and when it was last changed.
    public Stamp changed() {
        return changed;
    }

    /// The text that a search looks through: values, also those that are open, elements, notes.
    public String searchText() {
        StringJoiner text = new StringJoiner(" ");
        values.values().forEach(text::add);
        open.values().forEach(choices -> choices.forEach(choice -> text.add(choice.value())));
        sets.values().forEach(elements -> elements.forEach(text::add));
        notes.forEach(note -> text.add(note.text()));
        return text.toString();
    }

    /// Everything that happened to it, oldest first.
    public List<Change> history() {
        return History.of(trail);
    }
}
