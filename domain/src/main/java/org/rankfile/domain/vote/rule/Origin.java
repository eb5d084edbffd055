// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import java.time.LocalDate;
import java.util.Optional;

/// Where rules come from.
///
/// @param name what people call them
/// @param version counts up from 1 whenever the text of these rules is changed
/// @param legalDate the rules as they stood on this day
/// @param until the last day on which they held, if they no longer do
/// @param source who says so
public record Origin(
        String name, int version, LocalDate legalDate, Optional<LocalDate> until, String source) {
    /// @throws IllegalArgumentException for a text or a day that is none
    public Origin {
        RuleText.check(name);
        RuleText.check(source);
        RuleText.check(legalDate);
        until.ifPresent(RuleText::check);
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        if (until.isPresent() && until.get().isBefore(legalDate)) {
            throw new IllegalArgumentException("rules that ended before they stood");
        }
    }

    /// Whether these rules no longer hold on a day.
    public boolean isPast(LocalDate day) {
        return until.isPresent() && until.get().isBefore(day);
    }
}
