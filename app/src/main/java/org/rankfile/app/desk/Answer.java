// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/// What became of a request. The same for one carried out here and for one that a running peer
/// carried out.
///
/// ```java
/// return switch (answer) {
///     case Answer.Done done -> 0;
///     case Answer.Refused refused -> 1;
/// };
/// ```
public sealed interface Answer {
    /// It was done; `json` is what `--json` prints.
    record Done(ObjectNode json) implements Answer {}

    /// It was refused and nothing changed.
    ///
    /// @param code a stable name for programs
    /// @param line one English line that says what to do
    /// @param json what `--json` prints instead of the usual error object, or null
    record Refused(String code, String line, @Nullable ObjectNode json) implements Answer {
        /// A refusal with the usual error object.
        public Refused(String code, String line) {
            this(code, line, null);
        }
    }
}
