// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm.extract;

import java.util.Locale;

/// What a sentence does in a grievance, in the order in which the brief is filled.
public enum BriefRole {
    /// What the grievance is about.
    ISSUE,
    /// What the member wants.
    REMEDY,
    /// What happened.
    INCIDENT,
    /// The article, policy or law that the member names.
    CONTRACT,
    /// By when somebody must act.
    DEADLINE,
    /// What was already said, filed or answered.
    PRIOR_STEPS,
    /// What can prove it: documents, witnesses, records.
    EVIDENCE;

    /// The name in JSON, such as `prior_steps`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
