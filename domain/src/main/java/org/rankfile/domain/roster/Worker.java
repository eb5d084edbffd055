// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.csv.Fold;
import org.rankfile.domain.record.RecordView;

/// One worker of the list. Immutable; any thread.
///
/// @param record all that is known, fields of later versions included
public record Worker(RecordView record) {
    /// The record's id.
    public String id() {
        return record.key().id();
    }

    /// A field's value; empty where it has none.
    public String value(WorkerField field) {
        return record.value(field.column());
    }

    /// The name people use: "Rosa Marín". Never empty while there is a name or a number.
    public String name() {
        String goesBy = value(WorkerField.GOES_BY);
        String first = goesBy.isEmpty() ? value(WorkerField.FIRST_NAME) : goesBy;
        String name = (first + " " + value(WorkerField.LAST_NAME)).strip();
        return name.isEmpty() ? value(WorkerField.EMPLOYEE_NO) : name;
    }

    /// What lists are sorted by: last name, first name, folded.
    public String sortKey() {
        String names = value(WorkerField.LAST_NAME) + "\u0001" + value(WorkerField.FIRST_NAME);
        return Fold.text(names) + "\u0001" + id();
    }

    /// The text that a search looks through.
    public String searchText() {
        return record.searchText();
    }
}
