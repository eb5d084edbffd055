// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.Locale;

/// The twelve kinds of grievance that the summariser tells apart.
public enum Category {
    OVERTIME,
    SENIORITY,
    DISCIPLINE,
    SAFETY,
    HARASSMENT,
    SCHEDULING,
    MISCLASSIFICATION,
    WAGES,
    PAST_PRACTICE,
    SUBCONTRACTING,
    LEAVE,
    RETALIATION;

    /// The name in JSON, such as `past_practice`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
