// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Json;
import org.rankfile.app.desk.SummaryJson;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Refusal;
import org.rankfile.llm.Summariser;
import org.rankfile.llm.Summary;
import org.rankfile.llm.TextFile;
import org.rankfile.llm.extract.Limits;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `summarise FILE.txt|-`: a grievance's summary, made here, with no home and no network.
@Command(name = "summarise", description = "Summarise a grievance on this machine.")
final class SummariseVerb extends Verb {
    private final InputStream standardInput;

    @Parameters(paramLabel = "FILE.txt|-", description = "A text file, or - for standard input.")
    String file = "-";

    SummariseVerb(Screen screen, InputStream standardInput) {
        super(screen);
        this.standardInput = standardInput;
    }

    @Override
    Answer run() {
        byte[] bytes;
        try {
            bytes = read();
        } catch (IOException unreadable) {
            return new Answer.Refused(
                    "unreadable", "The file cannot be read. Check its name and your rights to it.");
        }
        try (Summariser summariser = Summariser.load()) {
            return switch (TextFile.of(bytes)) {
                case TextFile.Text text -> answer(summariser.summarise(text.text()));
                case TextFile.Refused refused -> refused(refused.why());
            };
        } catch (LlmException failed) {
            return new Answer.Refused(
                    "model_" + failed.reason().name().toLowerCase(java.util.Locale.ROOT),
                    "The summary model did not load or run here (" + failed.reason() + ").");
        }
    }

    private byte[] read() throws IOException {
        if (file.equals("-")) {
            return standardInput.readNBytes(Limits.MAX_BYTES + 1);
        }
        try (InputStream input = Files.newInputStream(Path.of(file))) {
            return input.readNBytes(Limits.MAX_BYTES + 1);
        }
    }

    private static Answer answer(Summary summary) {
        Refusal why = summary.refused();
        ObjectNode json = SummaryJson.of(summary);
        return why == null
                ? new Answer.Done(json)
                : new Answer.Refused(why.code().key(), why.message(), json);
    }

    private static Answer refused(Refusal why) {
        ObjectNode json = Json.object();
        json.putNull("category");
        json.putObject("refused").put("code", why.code().key()).put("message", why.message());
        return new Answer.Refused(why.code().key(), why.message(), json);
    }

    @Override
    void show(ObjectNode result) {
        SummaryText.show(result, screen);
    }

    /// The summary for a person: the category, then a line per sentence with its role.
    static final class SummaryText {
        private SummaryText() {}

        static void show(JsonNode summary, Screen screen) {
            JsonNode category = summary.get("category");
            screen.line(
                    category.isNull()
                            ? "Category: unclear, a steward decides. Candidates: "
                                    + candidates(summary)
                            : "Category: " + category.asText());
            for (JsonNode sentence : summary.get("sentences")) {
                JsonNode role = sentence.get("role");
                screen.line("");
                screen.line(role.isNull() ? "[context]" : "[" + role.asText() + "]");
                screen.line("  \"" + sentence.get("text").asText() + "\"");
            }
            screen.line("");
            screen.line(
                    "Every sentence is quoted from the text. A draft for a steward; made by "
                            + summary.get("model").get("name").asText()
                            + " on this machine in "
                            + summary.get("millis").asLong()
                            + " ms.");
        }

        private static String candidates(JsonNode summary) {
            return String.join(", ", summary.get("candidates").findValuesAsText("category"));
        }
    }
}
