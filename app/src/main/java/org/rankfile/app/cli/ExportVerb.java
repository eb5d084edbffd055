// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;

import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A request whose answer goes to a CSV file.
abstract class ExportVerb extends HomeVerb {
    @Parameters(paramLabel = "F.csv", description = "A new file.")
    Path file = Path.of("");

    ExportVerb(Screen screen, Reach reach) {
        super(screen, reach);
    }

    @Override
    final Answer run() {
        if (Files.exists(file)) {
            return NewFile.exists();
        }
        Answer answer = super.run();
        if (answer instanceof Answer.Done(ObjectNode json)) {
            try {
                NewFile.write(file, json.path("csv").asText());
            } catch (IOException failed) {
                return NewFile.failed();
            }
            json.remove("csv");
            json.put("file", file.toString());
        }
        return answer;
    }

    @Override
    final void show(ObjectNode result) {
        int rows = result.path("rows").asInt();
        screen.line("Written to " + file + ": " + RowLine.count(rows) + ".");
        screen.note("That file is not encrypted. Delete it when it is no longer needed.");
    }
}
