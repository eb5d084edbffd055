// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `grievance list` and `grievance show`.
final class CaseVerbs {
    private CaseVerbs() {}

    @Command(name = "list", description = "List grievances, the next deadline first.")
    static final class ListVerb extends HomeVerb {
        @Option(names = "--filter", paramLabel = "TEXT", description = "Starts of words.")
        @Nullable String filter;

        ListVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("grievance list").with("filter", filter == null ? "" : filter);
        }

        @Override
        void show(ObjectNode result) {
            if (result.path("grievances").isEmpty()) {
                screen.line("No grievances. 'grievance new --from FILE.txt' opens one.");
            }
            for (JsonNode each : result.path("grievances")) {
                screen.line(
                        each.path("number").asText()
                                + "  "
                                + each.path("title").asText()
                                + "  ["
                                + each.path("stage").asText()
                                + "]  "
                                + deadline(each));
            }
        }
    }

    /// The next deadline in words: the same as on the desktop.
    static String deadline(JsonNode grievance) {
        JsonNode next = grievance.path("nextDeadline");
        if (grievance.path("closed").asBoolean()) {
            return "closed";
        }
        if (!next.isObject()) {
            return "no deadline set";
        }
        long days = next.path("daysLeft").asLong();
        String when;
        if (days < 0) {
            when = "OVERDUE by " + (days == -1 ? "1 day" : -days + " days");
        } else if (days == 0) {
            when = "due TODAY";
        } else {
            when = days == 1 ? "due tomorrow" : "due in " + days + " days";
        }
        return when
                + " ("
                + next.path("date").asText()
                + (next.path("owner").asText().isEmpty() ? "" : ", " + next.path("owner").asText())
                + (next.path("what").asText().isEmpty() ? "" : ": " + next.path("what").asText())
                + ")";
    }

    @Command(name = "show", description = "Show a grievance.")
    static final class ShowVerb extends HomeVerb {
        @Parameters(paramLabel = "ID", description = "Its number or id.")
        String id = "";

        ShowVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("grievance show").with("id", id);
        }

        @Override
        void show(ObjectNode result) {
            screen.line(
                    result.path("number").asText()
                            + "  "
                            + result.path("title").asText()
                            + "  ("
                            + result.path("id").asText()
                            + ")");
            screen.line(deadline(result));
            result.path("fields")
                    .properties()
                    .forEach(each ->
                            screen.line("  " + each.getKey() + ": " + each.getValue().asText()));
            result.path("choices").properties().forEach(each -> choices(each.getKey(), each));
            StringBuilder readers = new StringBuilder();
            result.path("readers")
                    .forEach(name ->
                            readers.append(readers.isEmpty() ? "" : ", ").append(name.asText()));
            screen.line("Who can read this: " + readers);
        }

        private void choices(String field, java.util.Map.Entry<String, JsonNode> choices) {
            screen.line("TWO PEOPLE CHANGED " + field + ":");
            for (JsonNode choice : choices.getValue()) {
                screen.line(
                        "  "
                                + choice.path("number").asInt()
                                + ": \""
                                + choice.path("value").asText()
                                + "\" by "
                                + choice.path("by").asText()
                                + ", "
                                + choice.path("at").asText());
            }
            screen.line("  Choose: grievance resolve " + id + " " + field + " --choose N");
        }
    }
}
