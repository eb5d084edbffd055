// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.domain.Limits;

import java.time.LocalDate;

/// What rules may hold of text and of days.
final class RuleText {
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 9999;

    private RuleText() {}

    /// @throws IllegalArgumentException for no text, too much, or what cannot be shown on one line
    static void check(String text) {
        if (text.isBlank() || text.length() > Limits.RULE_TEXT_CHARS) {
            throw new IllegalArgumentException("a text is missing, or too long");
        }
        if (!text.codePoints().allMatch(RuleText::isShown)) {
            throw new IllegalArgumentException("a text with characters that are not shown");
        }
    }

    /// Line ends, other controls, half characters and marks that turn the direction around.
    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    /// @throws IllegalArgumentException for a year of other than four digits
    static void check(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no day of these centuries");
        }
    }
}
