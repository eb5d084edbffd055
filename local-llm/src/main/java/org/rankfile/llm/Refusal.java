// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import java.util.Locale;

/// Why a text got no summary. The message is one English line that says what to do and repeats
/// nothing of the text; an interface localises by [#code()].
public record Refusal(Code code, String message) {
    /// The reasons, in the order in which they are looked for.
    public enum Code {
        /// Nothing but white space.
        EMPTY,
        /// More text than [org.rankfile.llm.extract.Limits] allows.
        TOO_LONG,
        /// Binary data or broken encoding.
        UNREADABLE,
        /// Too few words to tell what happened.
        TOO_SHORT,
        /// Another language, or no language at all.
        NOT_ENGLISH;

        /// The name in JSON, such as `too_short`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
