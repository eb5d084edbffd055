// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.settings;

import org.rankfile.app.text.Language;

import java.time.Duration;
import java.util.List;

/// How somebody likes the desktop. Says nothing about members or grievances, so it lies beside the
/// homes, unencrypted. Immutable.
///
/// @param textPercent one of [#TEXT_PERCENTS]
/// @param lockMinutes one of [#LOCK_MINUTES]
public record Preferences(Language language, Look look, int textPercent, int lockMinutes) {
    /// The text sizes that can be chosen.
    public static final List<Integer> TEXT_PERCENTS = List.of(100, 125, 150, 200);

    /// After how many idle minutes the desktop can be told to lock.
    public static final List<Integer> LOCK_MINUTES = List.of(1, 2, 5, 10, 15, 30);

    /// Light or dark.
    public enum Look {
        /// Dark on white.
        LIGHT,
        /// Light on black.
        DARK
    }

    /// Replaces numbers that cannot be chosen by the usual ones.
    public Preferences {
        textPercent = TEXT_PERCENTS.contains(textPercent) ? textPercent : 100;
        lockMinutes = LOCK_MINUTES.contains(lockMinutes) ? lockMinutes : 5;
    }

    /// What is so before anybody chose: 100 %, light, locked after five minutes.
    public static Preferences usual(Language language) {
        return new Preferences(language, Look.LIGHT, 100, 5);
    }

    /// After how long without a key or a click the desktop locks.
    public Duration lockAfter() {
        return Duration.ofMinutes(lockMinutes);
    }
}
