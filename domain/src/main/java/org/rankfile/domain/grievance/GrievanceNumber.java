// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A case's number: year, count and a mark of the device that gave it. Two devices that are apart
/// give the same count, so the mark is part of the number until everybody has seen it and no other
/// case has the same; after that nobody can give it again, and it is shown without the mark
/// (EV-12).
///
/// @param year the year of filing
/// @param count from 1 in each year
/// @param mark four characters of the device's key
public record GrievanceNumber(int year, int count, String mark) {
    /// The record's field that holds it.
    public static final String FIELD = "number";

    private static final int MOST = 99_999;

    private static final Pattern FULL = Pattern.compile("(\\d{4})-([1-9]\\d{0,4})-([0-9a-f]{4})");

    /// Reads the full form, `2026-14-3fa9`.
    public static Optional<GrievanceNumber> read(String text) {
        Matcher matcher = FULL.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new GrievanceNumber(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                matcher.group(3)))
                : Optional.empty();
    }

    /// The next number after those that are known here.
    public static GrievanceNumber next(int year, Collection<GrievanceNumber> known, String mark) {
        Set<Integer> given =
                known.stream()
                        .filter(number -> number.year == year)
                        .map(GrievanceNumber::count)
                        .collect(Collectors.toSet());
        int next = given.stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        if (next > MOST) {
            // Somebody has taken the last one; the gaps are still free.
            next = 1;
            while (given.contains(next)) {
                next++;
            }
        }
        return new GrievanceNumber(year, next, mark);
    }

    /// Whether both are the same without their marks.
    public boolean isTwinOf(GrievanceNumber other) {
        return year == other.year && count == other.count;
    }

    /// The full form.
    public String full() {
        return brief() + "-" + mark;
    }

    /// Without the mark: `2026-14`.
    public String brief() {
        return year + "-" + count;
    }
}
