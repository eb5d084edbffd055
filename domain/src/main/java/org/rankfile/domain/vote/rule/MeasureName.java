// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.vote.rule.Condition.Comparison;

/// What a comparison is called in rules.
enum MeasureName {
    /// Ballots.
    TURNOUT("turnoutAtLeast"),
    /// Yes, where the part is enough.
    AT_LEAST("yesAtLeast"),
    /// Yes, where it has to be more.
    MORE_THAN("yesMoreThan");

    private final String field;

    MeasureName(String field) {
        this.field = field;
    }

    /// The field that holds its fraction.
    String field() {
        return field;
    }

    static MeasureName of(Condition.Measure measure) {
        return switch (measure) {
            case Condition.Turnout turnout -> TURNOUT;
            case Condition.Share share ->
                    share.comparison() == Comparison.AT_LEAST ? AT_LEAST : MORE_THAN;
        };
    }

    /// The condition of this name.
    ///
    /// @throws IllegalArgumentException for one that makes no sense
    Condition.Measure make(Fraction fraction, Base of) {
        return switch (this) {
            case TURNOUT -> new Condition.Turnout(fraction, of);
            case AT_LEAST -> new Condition.Share(Comparison.AT_LEAST, fraction, of);
            case MORE_THAN -> new Condition.Share(Comparison.MORE_THAN, fraction, of);
        };
    }
}
