// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

/// How pressing a deadline is.
public enum Urgency {
    /// The last day is over.
    OVERDUE,
    /// The last day is today.
    TODAY,
    /// Seven days or fewer are left.
    SOON,
    /// More are left.
    LATER;

    private static final int SOON_DAYS = 7;

    static Urgency of(long daysLeft) {
        if (daysLeft < 0) {
            return OVERDUE;
        }
        if (daysLeft == 0) {
            return TODAY;
        }
        return daysLeft <= SOON_DAYS ? SOON : LATER;
    }
}
