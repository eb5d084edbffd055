// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `history`: all that happened to a record.
@Command(name = "history", description = "Show everything that happened to a record.")
final class HistoryVerb extends HomeVerb {
    private static final int SHOWN_CHARS = 60;

    @Parameters(paramLabel = "ID", description = "A grievance's number, a worker's, or an id.")
    String id = "";

    HistoryVerb(Screen screen, Reach reach) {
        super(screen, reach);
    }

    @Override
    Request request() {
        return Request.of("history").with("id", id);
    }

    @Override
    void show(ObjectNode result) {
        for (JsonNode change : result.path("changes")) {
            screen.line(change.path("at").asText() + "  " + change.path("by").asText());
            screen.line("  " + sentence(change));
            screen.line("  undo " + change.path("op").asText());
        }
    }

    private static String sentence(JsonNode change) {
        String field = change.path("field").asText();
        String before = quoted(change.path("before").asText());
        String after = quoted(change.path("after").asText());
        return switch (change.path("what").asText()) {
            case "field" -> field + ": " + before + " -> " + after;
            case "added" -> field + ": added " + after;
            case "removed" -> field + ": removed " + before;
            case "note" -> "note: " + after;
            case "note_withdrawn" -> "note withdrawn";
            case "dropped" -> "record taken back";
            default -> "record made or brought back";
        };
    }

    private static String quoted(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() > SHOWN_CHARS
                ? "\"" + line.substring(0, SHOWN_CHARS) + "…\""
                : "\"" + line + "\"";
    }
}
