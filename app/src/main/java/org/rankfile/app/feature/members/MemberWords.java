// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.members;

import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.HistoryList;
import org.rankfile.domain.roster.WorkerField;

/// What the fields of a worker and their values are called.
record MemberWords(Texts texts) implements HistoryList.Words {
    @Override
    public String field(String name) {
        return WorkerField.byHeading(name).map(texts::of).orElse(name);
    }

    @Override
    public String value(String field, String value) {
        return WorkerField.byHeading(field)
                .map(known -> texts.word(known.kind(), value))
                .orElse(value);
    }
}
