// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.jspecify.annotations.Nullable;
import org.rankfile.llm.extract.BriefRole;

import java.util.Locale;

/// A sentence of a summary and where it stands in the source.
///
/// @param text for a quote, exactly `source.substring(start, end)`
/// @param start first UTF-16 unit in the source
/// @param end one past the last UTF-16 unit
/// @param role the role it was chosen for, or null if it was added for context
/// @param kind how the text came about
public record SummarySentence(
        String text, int start, int end, @Nullable BriefRole role, Kind kind) {
    /// How a sentence came about. Only quotes are made today.
    public enum Kind {
        /// An exact piece of the source.
        QUOTE;

        /// The name in JSON.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
