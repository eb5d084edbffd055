// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.notice;

/// When there is voting, in seconds since 1970. None of it is ever moved: whoever was told a time
/// can rely on it.
///
/// @param opens the first second
/// @param closes the last second
/// @param grace how many seconds ballots that were in time may still travel
public record Times(long opens, long closes, long grace) {
    /// How long ballots may travel unless somebody says otherwise: three days.
    public static final long USUAL_GRACE = 72L * 60 * 60;

    private static final long LATEST = (1L << 33) - 1;

    public Times {
        if (opens < 0 || closes <= opens || grace < 0 || closes + grace > LATEST) {
            throw new IllegalArgumentException("opens, then closes, then grace, before 2242");
        }
    }

    /// The first second in which tellers may close.
    public long settles() {
        return closes + grace + 1;
    }
}
