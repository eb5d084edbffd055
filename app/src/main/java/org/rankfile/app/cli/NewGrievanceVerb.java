// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Request;
import org.rankfile.llm.TextFile;
import org.rankfile.llm.extract.Limits;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `grievance new`: opens a case with the grievant's words.
@Command(name = "new", description = "Open a grievance with the statement in a text file.")
final class NewGrievanceVerb extends Verb {
    private final Reach reach;

    @Option(names = "--from", required = true, paramLabel = "FILE.txt", description = "A text.")
    Path from = Path.of("");

    @Option(names = "--title", paramLabel = "T", description = "Else the statement's first words.")
    @Nullable String title;

    NewGrievanceVerb(Screen screen, Reach reach) {
        super(screen);
        this.reach = reach;
    }

    @Override
    Answer run() {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(from)) {
            bytes = in.readNBytes(Limits.MAX_BYTES + 1);
        } catch (IOException unreadable) {
            return new Answer.Refused(
                    "unreadable", "The file cannot be read. Check its name and your rights to it.");
        }
        return switch (TextFile.of(bytes)) {
            case TextFile.Text text ->
                    reach.ask(
                            Request.of("grievance new")
                                    .with("title", title == null ? "" : title)
                                    .with("statement", text.text()));
            case TextFile.Refused refused ->
                    new Answer.Refused(refused.why().code().key(), refused.why().message());
        };
    }

    @Override
    void show(ObjectNode result) {
        screen.line(
                "Opened "
                        + result.path("number").asText()
                        + ". Set its next deadline: grievance set "
                        + result.path("number").asText()
                        + " next_deadline=\"2026-12-02, Rosa, File at step 1\"");
    }
}
