// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What must be done next in a case, until when, and by whom. One value: two people who set it
/// while they are apart leave two whole deadlines, never the date of one with the task of the
/// other. A person types it; no rule and no model makes one.
///
/// @param date the last day
/// @param owner who sees to it; may be empty; has no comma, because a comma ends it in [#text]
/// @param what what must be done; may be empty
public record NextDeadline(LocalDate date, String owner, String what) {
    /// Strips the texts; a comma in the owner's name becomes a space.
    public NextDeadline {
        owner = owner.replace(',', ' ').strip().replaceAll("\\s+", " ");
        what = what.strip();
    }

    /// How many days are left: 0 on the last day, negative when it is over. Both dates are of the
    /// calendar where the person is, so the last day ends at their midnight.
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, date);
    }

    /// How pressing it is.
    public Urgency urgency(LocalDate today) {
        return Urgency.of(daysLeft(today));
    }

    /// Reads `2026-12-02`, `2026-12-02, Rosa` or `2026-12-02, Rosa, File at step 2`.
    public static Optional<NextDeadline> read(String text) {
        String[] parts = text.split(",", 3);
        return date(parts[0].strip())
                .map(date -> new NextDeadline(date, part(parts, 1), part(parts, 2)));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    /// The canonical text, which [#read] reads.
    public String text() {
        String tail = what.isEmpty() ? "" : ", " + what;
        return date + (owner.isEmpty() && what.isEmpty() ? "" : ", " + owner + tail);
    }

    /// An ISO date of a year that a case can have.
    static Optional<LocalDate> date(String text) {
        if (!text.matches("[12]\\d{3}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
