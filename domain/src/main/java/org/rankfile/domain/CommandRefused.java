// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

/// Carries a refusal up to where it becomes an [Outcome.Refused].
final class CommandRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final transient String about;

    /// A refusal.
    ///
    /// @param about the field or id in question: not part of the message, since it is a user's
    CommandRefused(Refusal why, String about) {
        super(why.name(), null, false, false);
        this.why = why;
        this.about = about;
    }

    Outcome.Refused outcome() {
        return new Outcome.Refused(why, about);
    }
}
