// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import org.rankfile.domain.csv.RowReason;

import java.util.Arrays;
import java.util.Locale;

/// Says which row of a file was left out, and why.
final class RowLine {
    private RowLine() {}

    /// @param row with `line`, `reason` and `about`, as an import answers them
    static String of(JsonNode row) {
        String why = why(row.path("reason").asText(), row.path("about").asText());
        return "line " + row.path("line").asInt() + " left out: " + why;
    }

    /// How many rows, in words.
    static String count(int rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }

    /// A reason that this version does not know, from a process of a later one, is told by its key.
    private static String why(String key, String about) {
        return Arrays.stream(RowReason.values())
                .filter(reason -> reason.name().toLowerCase(Locale.ROOT).equals(key))
                .findFirst()
                .map(reason -> why(reason, about))
                .orElse(key);
    }

    private static String why(RowReason reason, String about) {
        return switch (reason) {
            case STRAY_QUOTE -> "a quotation mark in the middle of a cell";
            case UNCLOSED_QUOTE -> "a quotation mark that is not closed";
            case ROW_TOO_LONG -> "the row is too long";
            case NOT_TEXT -> "a character that no text has";
            case TOO_MANY_CELLS -> "more cells than there are headings";
            case NAMELESS -> "neither a name nor a number";
            case DUPLICATE_IN_FILE -> "the same number as in line " + about;
            case BAD_VALUE -> about + " cannot hold this value";
            case AMBIGUOUS_DATE -> about + " can be read as day-month or month-day";
            case TOO_LONG -> about + " is too long";
            case IDS_DISAGREE -> "its numbers belong to different people";
        };
    }
}
