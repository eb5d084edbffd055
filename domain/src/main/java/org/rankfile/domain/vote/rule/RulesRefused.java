// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

/// Bytes that are no rules in their one form.
public final class RulesRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String place;

    RulesRefused(String place, String reason, Throwable cause) {
        super(reason, cause);
        this.place = place;
    }

    /// Where: `questions[0].conditions[1].of`; empty for the whole.
    public String place() {
        return place;
    }
}
