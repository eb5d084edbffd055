// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/// What became of a command. The same for a command run here and for one that a running peer ran.
///
/// ```java
/// return switch (answer) {
///     case Answer.Done done -> 0;
///     case Answer.Refused refused -> 1;
/// };
/// ```
sealed interface Answer {
    /// It was done; `json` is what `--json` prints.
    record Done(ObjectNode json) implements Answer {}

    /// It was refused and nothing changed.
    ///
    /// @param code a stable name for programs
    /// @param line one English line that says what to do
    /// @param json what `--json` prints instead of the usual error object, or null
    record Refused(String code, String line, @Nullable ObjectNode json) implements Answer {
        Refused(String code, String line) {
            this(code, line, null);
        }
    }
}
