// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `requests list | approve | refuse`: who waits to be let in.
final class RequestsVerbs {
    private RequestsVerbs() {}

    static CommandLine group(Screen screen, Reach reach) {
        return RankfileCommand.group(
                "requests",
                "Who waits to be let in.",
                new ListVerb(screen, reach),
                new ApproveVerb(screen, reach),
                new RefuseVerb(screen, reach));
    }

    @Command(name = "list", description = "List who waits, with the words to compare.")
    static final class ListVerb extends HomeVerb {
        ListVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("requests list");
        }

        @Override
        void show(ObjectNode result) {
            if (result.path("requests").isEmpty()) {
                screen.line("Nobody waits.");
            }
            for (JsonNode each : result.path("requests")) {
                screen.line(
                        each.path("id").asText()
                                + "  "
                                + each.path("name").asText()
                                + "  words: "
                                + each.path("words").asText());
            }
        }
    }

    @Command(name = "approve", description = "Let somebody in whose words are the same.")
    static final class ApproveVerb extends HomeVerb {
        @Parameters(paramLabel = "ID", description = "As 'requests list' shows it.")
        String id = "";

        @Option(
                names = "--words",
                required = true,
                paramLabel = "WORDS",
                description = "The words that they read to you.")
        String words = "";

        ApproveVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("requests approve").with("id", id).with("words", words);
        }

        @Override
        void show(ObjectNode result) {
            screen.line("They are in. They can read all that was written before, too.");
        }
    }

    @Command(name = "refuse", description = "Turn somebody away; the invitation is closed.")
    static final class RefuseVerb extends HomeVerb {
        @Parameters(paramLabel = "ID", description = "As 'requests list' shows it.")
        String id = "";

        RefuseVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("requests refuse").with("id", id);
        }

        @Override
        void show(ObjectNode result) {
            screen.line("Turned away.");
        }
    }
}
