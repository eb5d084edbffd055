// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.csv;

import java.text.Normalizer;
import java.util.Locale;

/// Folds texts for comparison.
public final class Fold {
    private Fold() {}

    /// Lower case, without accents: what a person who searches does not type.
    public static String text(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
    }

    /// Only letters and digits of [#text]: headings and names of values.
    public static String name(String text) {
        String folded = text(text);
        StringBuilder kept = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
