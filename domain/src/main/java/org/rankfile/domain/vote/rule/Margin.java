// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.util.OptionalLong;

/// How few further ballots could turn an outcome into the other. Empty where no number of them can.
///
/// @param added ballots of people who have not voted
/// @param revoted ballots of which each may also replace one that was counted; not more than
///   `added`
public record Margin(OptionalLong added, OptionalLong revoted) {
    /// Nothing can turn it.
    static final Margin NONE = new Margin(OptionalLong.empty(), OptionalLong.empty());

    /// Whether so many further ballots could turn it.
    ///
    /// @param further all that came too late to be counted
    /// @param revotes whether any of them is of somebody whose ballot was counted
    public boolean isWithin(long further, boolean revotes) {
        OptionalLong least = revotes ? revoted : added;
        return least.isPresent() && further >= least.getAsLong();
    }

    /// Where either turning is enough.
    Margin or(Margin other) {
        return new Margin(least(added, other.added), least(revoted, other.revoted));
    }

    /// Where both have to turn.
    Margin and(Margin other) {
        return new Margin(sum(added, other.added), sum(revoted, other.revoted));
    }

    private static OptionalLong least(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.min(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }
}
