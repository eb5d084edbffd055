// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

import org.rankfile.domain.record.Choice;
import org.rankfile.domain.record.RecordView;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One grievance. Immutable; any thread.
///
/// @param record all that is known, fields of later versions included
/// @param number what people call it ([GrievanceNumber])
public record Grievance(RecordView record, String number) {
    /// Open cases by their next deadline, overdue ones first, then those without one; closed cases
    /// last, the latest change first.
    public static final Comparator<Grievance> BY_DEADLINE =
            Comparator.comparing(Grievance::isClosed)
                    .thenComparing(
                            g -> g.nextDeadline().map(NextDeadline::date).orElse(LocalDate.MAX))
                    .thenComparing(g -> g.record().changed().time(), Comparator.reverseOrder())
                    .thenComparing(Grievance::id);

    private static final String OPEN = "open";
    private static final String ABEYANCE = "abeyance";

    /// The record's id.
    public String id() {
        return record.key().id();
    }

    /// A field's value; a set's elements with commas; empty where it has none. Where people
    /// disagree, the one by the later clock.
    public String value(GrievanceField field) {
        return field.kind() == FieldKind.SET
                ? String.join(", ", record.elements(field.key()))
                : record.value(field.key());
    }

    /// A set's elements, sorted.
    public List<String> elements(GrievanceField field) {
        return record.elements(field.key());
    }

    /// The next deadline. Where people disagree about it, the earliest: being early does no harm.
    public Optional<NextDeadline> nextDeadline() {
        String field = GrievanceField.NEXT_DEADLINE.key();
        List<Choice> choices = record.open().getOrDefault(field, List.of());
        if (choices.isEmpty()) {
            return NextDeadline.read(record.value(field));
        }
        return choices.stream()
                .flatMap(choice -> NextDeadline.read(choice.value()).stream())
                .min(Comparator.comparing(NextDeadline::date));
    }

    /// The fields to which people gave different values while they were apart.
    public Map<GrievanceField, List<Choice>> open() {
        Map<GrievanceField, List<Choice>> open = new TreeMap<>();
        record.open()
                .forEach((name, choices) ->
                        GrievanceField.named(name).ifPresent(field -> open.put(field, choices)));
        return open;
    }

    /// Whether it has ended. Not while people disagree about that.
    public boolean isClosed() {
        String status = value(GrievanceField.STATUS);
        return !status.isEmpty()
                && !status.equals(OPEN)
                && !status.equals(ABEYANCE)
                && !record.open().containsKey(GrievanceField.STATUS.key());
    }

    /// The text that a search looks through.
    public String searchText() {
        return number + " " + record.searchText();
    }
}
