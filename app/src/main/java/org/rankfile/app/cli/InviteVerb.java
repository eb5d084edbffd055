// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;

/// `invite`: makes an invitation for one device.
@Command(name = "invite", description = "Make an invitation, good for one device and seven days.")
final class InviteVerb extends HomeVerb {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "member",
            description = "member, steward or manager (default: ${DEFAULT-VALUE}).")
    String role = "member";

    @Option(names = "--out", paramLabel = "F", description = "Write it to a new file.")
    @Nullable Path out;

    @Option(
            names = "--auto-approve",
            description = "Admit whoever brings it, without comparing words.")
    boolean autoApprove;

    InviteVerb(Screen screen, Reach reach) {
        super(screen, reach);
    }

    @Override
    Request request() {
        return Request.of("invite").with("role", role).with("autoApprove", autoApprove);
    }

    @Override
    Answer run() {
        Path file = out;
        if (file != null && java.nio.file.Files.exists(file)) {
            return NewFile.exists();
        }
        Answer answer = super.run();
        if (file != null && answer instanceof Answer.Done(ObjectNode json)) {
            try {
                NewFile.write(file, json.path("invitation").asText() + "\n");
            } catch (IOException failed) {
                return NewFile.failed();
            }
        }
        return answer;
    }

    @Override
    void show(ObjectNode result) {
        if (out == null) {
            screen.line(result.path("invitation").asText());
        } else {
            screen.line("The invitation is in " + out + ".");
        }
        screen.note(
                "Good for one device until "
                        + result.path("expires").asText()
                        + ". Whoever has it can ask to come in: hand it over in person, or by a way"
                        + " the employer does not see.");
        if (!autoApprove) {
            screen.note(
                    "When they have used it: 'requests list', compare words, 'requests approve'.");
        }
    }
}
