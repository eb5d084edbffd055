// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `undo`: takes a change back.
@Command(name = "undo", description = "Take a change back, as far as nobody changed it since.")
final class UndoVerb extends HomeVerb {
    @Parameters(paramLabel = "OP", description = "The change, as 'history' shows it.")
    String op = "";

    UndoVerb(Screen screen, Reach reach) {
        super(screen, reach);
    }

    @Override
    Request request() {
        return Request.of("undo").with("op", op);
    }

    @Override
    void show(ObjectNode result) {
        screen.line("Taken back. 'history' still shows it, and can take that back too.");
        kept(result, screen);
    }

    /// Says what an undo left.
    static void kept(ObjectNode result, Screen screen) {
        for (JsonNode each : result.path("kept")) {
            screen.line(
                    "Left as it is, since somebody changed it: "
                            + each.path("id").asText()
                            + " "
                            + each.path("field").asText());
        }
    }
}
