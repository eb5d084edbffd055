// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How near a deadline is, and in what words.
public enum Deadlines {
    /// Its last day is past.
    OVERDUE,
    /// Today is the last day.
    TODAY,
    /// Tomorrow is.
    TOMORROW,
    /// Within a week.
    SOON,
    /// Later than that.
    LATER;

    private static final int SOON_DAYS = 7;

    /// How near a day is.
    public static Deadlines of(LocalDate last, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, last);
        if (days < 0) {
            return OVERDUE;
        }
        if (days == 0) {
            return TODAY;
        }
        if (days == 1) {
            return TOMORROW;
        }
        return days <= SOON_DAYS ? SOON : LATER;
    }

    /// "3 days overdue", "due tomorrow".
    public static String words(Texts texts, LocalDate last, LocalDate today) {
        long days = Math.abs(ChronoUnit.DAYS.between(today, last));
        return texts.of(of(last, today), days);
    }
}
