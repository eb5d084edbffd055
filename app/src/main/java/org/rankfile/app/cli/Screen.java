// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.rankfile.app.desk.Json;

import java.io.PrintWriter;

/// Where commands print: results to `out`, everything else to `err`. Flushes every line.
///
/// What comes from other people's records is printed without control characters, so that a name
/// cannot move the cursor or recolour the terminal.
final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;

    Screen(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /// A line of the result.
    void line(String text) {
        out.println(printable(text));
        out.flush();
    }

    /// A line about the work: progress, warnings, refusals.
    void note(String text) {
        err.println(printable(text));
        err.flush();
    }

    /// The one JSON object of `--json`.
    void json(JsonNode node) {
        out.println(Json.line(node));
        out.flush();
    }

    static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isHarmless(c) ? c : '\uFFFD').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT -> c == 0x200D || c == 0x200C;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
