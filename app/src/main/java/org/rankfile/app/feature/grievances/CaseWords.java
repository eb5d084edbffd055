// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.grievances;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.HistoryList;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.GrievanceNumber;

/// What the fields of a case and their values are called.
record CaseWords(Texts texts) implements HistoryList.Words {
    @Override
    public String field(String name) {
        return GrievanceField.named(name)
                .map(texts::of)
                .orElseGet(() ->
                        name.equals(GrievanceNumber.FIELD)
                                ? texts.get(GrievancesText.NUMBER)
                                : name);
    }

    @Override
    public String value(String field, String value) {
        return GrievanceField.named(field).map(known -> texts.word(known, value)).orElse(value);
    }
}
