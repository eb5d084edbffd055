// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Json;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.oplog.ReplicaStatus;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// `join`: joins a local with an invitation.
@Command(name = "join", description = "Join a local with an invitation.")
final class JoinVerb extends Verb {
    private static final int FILE_BYTES = 16 * 1024;

    private final Reach reach;
    private final Homes homes;

    @Parameters(paramLabel = "INVITATION|FILE", description = "Its text, or a file that holds it.")
    String invitation = "";

    @Option(names = "--as", required = true, paramLabel = "NAME", description = "Your name.")
    String name = "";

    JoinVerb(Screen screen, Reach reach, Homes homes) {
        super(screen);
        this.reach = reach;
        this.homes = homes;
    }

    @Override
    Answer run() {
        Homes.Joining joining = new Homes.Joining(text(), name);
        return reach.making(
                passphrase -> homes.join(reach.dir(), passphrase, joining, this::words),
                JoinVerb::joined);
    }

    private void words(List<String> words) {
        screen.note(
                "Waiting for a manager. Read these words to them, in person or by phone: "
                        + String.join(" ", words));
    }

    private static Answer joined(OpenHome home) {
        ReplicaStatus status = home.replica().status();
        return new Answer.Done(
                Json.object()
                        .put("local", status.local())
                        .put("home", home.dir().toString())
                        .put("device", status.device().toString()));
    }

    /// What the argument names: a file if there is one, else itself.
    private String text() {
        try (InputStream in = Files.newInputStream(Path.of(invitation))) {
            return new String(in.readNBytes(FILE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException noFile) {
            return invitation;
        }
    }

    @Override
    void show(ObjectNode result) {
        screen.line(
                "You have joined "
                        + result.path("local").asText()
                        + ". Your copy is in "
                        + result.path("home").asText()
                        + ".");
        screen.line("A forgotten passphrase cannot be recovered. Next: 'run' to stay in sync.");
    }
}
