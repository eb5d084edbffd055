// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which comes first in `3/4/2026`. ISO dates need no such choice.
public enum DateOrder {
    /// As in the United States.
    MONTH_FIRST,
    /// As nearly everywhere else.
    DAY_FIRST;

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ][0-9:.]*Z?)?");
    private static final Pattern LOCAL =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: [0-9: APMapm]*)?");

    /// The date that a text means; empty if none.
    public Optional<LocalDate> parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher local = LOCAL.matcher(text);
        if (!local.matches()) {
            return Optional.empty();
        }
        int first = number(local, 1);
        int second = number(local, 2);
        return this == MONTH_FIRST
                ? date(number(local, 3), first, second)
                : date(number(local, 3), second, first);
    }

    /// The order in which a text can only be meant; empty if either or none is possible.
    static Optional<DateOrder> shownBy(String text) {
        Matcher local = LOCAL.matcher(text);
        if (!local.matches()) {
            return Optional.empty();
        }
        boolean dayFirst = number(local, 1) > 12;
        boolean monthFirst = number(local, 2) > 12;
        return dayFirst == monthFirst
                ? Optional.empty()
                : Optional.of(dayFirst ? DAY_FIRST : MONTH_FIRST);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
