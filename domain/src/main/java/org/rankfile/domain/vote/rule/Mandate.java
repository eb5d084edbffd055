// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/// When a ballot that passed may be acted upon.
///
/// @param from not before this day
/// @param until not after this day
/// @param lasts for so many days or months, the day of the result being the first
public record Mandate(Optional<LocalDate> from, Optional<LocalDate> until, Optional<Period> lasts) {
    /// @throws IllegalArgumentException for an empty or a backward time
    public Mandate {
        from.ifPresent(RuleText::check);
        until.ifPresent(RuleText::check);
        if (from.isEmpty() && until.isEmpty() && lasts.isEmpty()) {
            throw new IllegalArgumentException("a mandate without any bound");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("a mandate that ends before it begins");
        }
        if (lasts.isPresent() && !isTerm(lasts.get())) {
            throw new IllegalArgumentException("a mandate lasts for days or for months");
        }
    }

    private static boolean isTerm(Period term) {
        int count = term.getDays() + term.getMonths();
        return term.getYears() == 0
                && (term.getDays() == 0 || term.getMonths() == 0)
                && count > 0
                && count <= Limits.MANDATE_COUNT;
    }

    /// A mandate of so many days or months.
    static Mandate lasting(Period term) {
        return new Mandate(Optional.empty(), Optional.empty(), Optional.of(term));
    }

    /// The first day on which to act.
    ///
    /// @param result the day of the result
    public LocalDate first(LocalDate result) {
        return from.filter(result::isBefore).orElse(result);
    }

    /// The last day on which to act; empty where there is none.
    ///
    /// @param result the day of the result
    public Optional<LocalDate> last(LocalDate result) {
        Optional<LocalDate> end = lasts.map(term -> result.plus(term).minusDays(1));
        return end.isPresent() && until.isPresent() && until.get().isBefore(end.get())
                ? until
                : end.or(() -> until);
    }
}
