// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.demo.DemoFailed;
import org.rankfile.app.demo.Script;
import org.rankfile.app.desk.Answer;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// `demo`: the main job from end to end, with peers that are processes of their own.
@Command(
        name = "demo",
        description = "Found a local of invented people on this machine and show what holds.")
final class DemoVerb extends Verb {
    private final Surroundings.Demonstration demo;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides names, texts, who is killed and when (${DEFAULT-VALUE}).")
    long seed = 1;

    @Option(
            names = "--members",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many workers are imported (${DEFAULT-VALUE}).")
    int members = 500;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep homes and traffic in a new folder; else all is deleted.")
    @Nullable Path keep;

    @Spec CommandSpec spec = CommandSpec.create();

    DemoVerb(Screen screen, Surroundings.Demonstration demo) {
        super(screen);
        this.demo = demo;
    }

    @Override
    Answer run() {
        if (!Script.isCast(members)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--members is from " + Script.FEWEST + " to " + Script.MOST + ".");
        }
        try {
            return new Answer.Done(demo.run(new Script(seed, members, keep), screen::note));
        } catch (DemoFailed failed) {
            return new Answer.Refused("demo_failed", "The demo failed. " + failed.getMessage());
        }
    }

    @Override
    void show(ObjectNode result) {
        screen.line(
                String.format(
                        Locale.ROOT,
                        "Everything held, in %.1f s (seed %d).",
                        result.path("millis").asLong() / 1000.0,
                        seed));
        screen.line(
                "  "
                        + result.path("members").asInt()
                        + " members and "
                        + result.path("grievances").asInt()
                        + " grievances are the same on three laptops.");
        screen.line(
                "  "
                        + result.path("conflictsKept").asInt()
                        + " fields that two people changed at once show both values.");
        screen.line(
                "  "
                        + result.path("acknowledged").asInt()
                        + " writes were acknowledged before kill -9; lost: "
                        + result.path("lostAfterKill").asInt()
                        + ".");
        screen.line(
                "  An outsider gets "
                        + result.path("outsider").path("wrongKey").asInt()
                        + " random bytes with a wrong key, and with the right one "
                        + texts(result.path("outsider").path("notMember"))
                        + " only.");
        screen.line(
                "  Readable pieces of sealed texts in files and traffic: "
                        + result.path("plaintextHits").asLong()
                        + ".");
        JsonNode vote = result.path("vote");
        screen.line(
                "  A rehearsed strike vote: "
                        + vote.path("counted").asInt()
                        + " of "
                        + vote.path("cast").asInt()
                        + " ballots counted, "
                        + vote.path("late").asInt()
                        + " late, outcome "
                        + vote.path("outcome").asText()
                        + "; the record was verified, by belenios-tool: "
                        + vote.path("externalTool").asText()
                        + ".");
        if (keep != null) {
            screen.line("Homes, passphrases and traffic are kept in " + keep + ".");
        }
    }

    private static String texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }
}
