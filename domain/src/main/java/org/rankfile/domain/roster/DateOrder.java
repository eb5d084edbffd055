// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.csv.Fold;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which comes first in `3/4/2026`. Dates with the year first or with a month's name need no such
/// choice.
public enum DateOrder {
    /// As in the United States.
    MONTH_FIRST,
    /// As nearly everywhere else.
    DAY_FIRST,
    /// Nobody has said, and nothing shows it: only dates that can mean one day are read.
    UNCLEAR;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ][0-9:.]*Z?)?");
    private static final Pattern LOCAL =
            Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: [0-9: APMapm]*)?");
    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "(\\d{1,2})[ .-]{1,2}(?:de )?(\\p{L}{3,12})[ .,-]{1,2}(?:de )?(\\d{4})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}{3,12})[ .]{1,2}(\\d{1,2})[ .,]{1,2}(\\d{4})");

    /// The starts of the months' names in English and Spanish.
    private static final List<String> MONTHS =
            List.of(
                    "jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep",
                    "oct", "nov", "dec dic");

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;

    /// The date that a text means; empty if none, or if it can mean two and nobody has said which.
    public Optional<LocalDate> parse(String text) {
        Optional<LocalDate> plain = withoutChoice(text);
        Matcher local = LOCAL.matcher(text);
        if (plain.isPresent() || !local.matches()) {
            return plain;
        }
        Optional<LocalDate> monthFirst = date(number(local, 3), number(local, 1), number(local, 2));
        Optional<LocalDate> dayFirst = date(number(local, 3), number(local, 2), number(local, 1));
        return switch (this) {
            case MONTH_FIRST -> monthFirst;
            case DAY_FIRST -> dayFirst;
            case UNCLEAR -> {
                boolean two =
                        monthFirst.isPresent()
                                && dayFirst.isPresent()
                                && !monthFirst.equals(dayFirst);
                yield two ? Optional.empty() : monthFirst.or(() -> dayFirst);
            }
        };
    }

    /// The order in which a text can only be meant; empty if either or none is possible.
    static Optional<DateOrder> shownBy(String text) {
        boolean monthFirst = MONTH_FIRST.parse(text).isPresent();
        boolean dayFirst = DAY_FIRST.parse(text).isPresent();
        return monthFirst == dayFirst
                ? Optional.empty()
                : Optional.of(monthFirst ? MONTH_FIRST : DAY_FIRST);
    }

    /// Whether a text can mean two days.
    static boolean isAmbiguous(String text) {
        return UNCLEAR.parse(text).isEmpty()
                && MONTH_FIRST.parse(text).isPresent()
                && DAY_FIRST.parse(text).isPresent();
    }

    private static Optional<LocalDate> withoutChoice(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return date(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        Matcher dayMonth = DAY_MONTH.matcher(text);
        if (dayMonth.matches()) {
            return date(number(dayMonth, 3), month(dayMonth.group(2)), number(dayMonth, 1));
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        return monthDay.matches()
                ? date(number(monthDay, 3), month(monthDay.group(1)), number(monthDay, 2))
                : Optional.empty();
    }

    /// From 1; 0 for no month.
    private static int month(String name) {
        String folded = Fold.name(name);
        String start = folded.substring(0, Math.min(3, folded.length()));
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (List.of(MONTHS.get(month - 1).split(" ")).contains(start)) {
                return month;
            }
        }
        return 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        if (year < EARLIEST || year > LATEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
