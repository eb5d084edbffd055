// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Request;
import org.rankfile.crypto.Secret;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// `ballot enrol | prepare | cast | test | check | handover`.
final class BoothVerbs {
    private BoothVerbs() {}

    @Command(
            name = "enrol",
            description = "Show that you are enrolled; laptops enrol by themselves.")
    static final class EnrolVerb extends PollVerbs.OneVerb {
        @Option(
                names = "--again",
                description = "With a new credential. What was cast with the old will not count.")
        boolean again;

        EnrolVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot enrol");
        }

        @Override
        Request request() {
            return super.request().with("again", again);
        }

        @Override
        void show(ObjectNode result) {
            new BallotLine(screen).vote(result);
        }
    }

    @Command(
            name = "prepare",
            description = "Prepare a ballot and show its code, before you say 'cast' or 'test'.")
    static final class PrepareVerb extends PollVerbs.OneVerb {
        @Option(names = "--answer", required = true, description = "One for each question.")
        List<String> answers = List.of();

        PrepareVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot prepare");
        }

        @Override
        Request request() {
            return super.request().with("answers", PollVerbs.numbered(answers));
        }

        @Override
        void show(ObjectNode result) {
            String code = result.path("code").asText();
            screen.line("Code: " + code);
            screen.line("Write it down. Then either");
            screen.line("  ballot cast " + result.path("id").asText() + " --code " + code);
            screen.line("  ballot test " + code + " --out F   (it can then never be cast)");
        }
    }

    @Command(
            name = "cast",
            description = "Cast a ballot. A later one takes its place; only the last counts.")
    static final class CastVerb extends PollVerbs.OneVerb {
        private final Surroundings.Terminal terminal;

        @Option(names = "--answer", description = "One for each question: 1, Yes, blank.")
        List<String> answers = List.of();

        @Option(names = "--code", description = "Of what was prepared, instead of answers.")
        String code = "";

        @Option(names = "--card", description = "Vote with a card of paper; it is asked for.")
        boolean card;

        @Option(names = "--card-file", paramLabel = "F", description = "The card's text.")
        @Nullable Path cardFile;

        CastVerb(Screen screen, Reach reach, Surroundings.Terminal terminal) {
            super(screen, reach, "ballot cast");
            this.terminal = terminal;
        }

        @Override
        Answer run() {
            Path file = cardFile;
            String typed = "";
            if (file != null) {
                try {
                    typed = Files.readString(file).strip();
                } catch (IOException unreadable) {
                    return unreadable();
                }
            } else if (card) {
                Optional<Secret> read = terminal.passphrase("Card: ");
                if (read.isEmpty()) {
                    return new Answer.Refused("no_terminal", "Name a file with --card-file.");
                }
                try (Secret secret = read.get()) {
                    typed = new String(secret.expose(), StandardCharsets.UTF_8);
                }
            }
            return reach.ask(
                    request()
                            .with("answers", PollVerbs.numbered(answers))
                            .with("code", code)
                            .with("card", typed));
        }

        @Override
        void show(ObjectNode result) {
            screen.line("Tracker: " + result.path("tracker").asText());
            screen.line(
                    "It does not count before enough witnesses have seen it. 'ballot check' says"
                            + " when. The tracker shows that you voted, never how.");
        }
    }

    private static Answer.Refused unreadable() {
        return new Answer.Refused(
                "unreadable", "The file cannot be read. Check its name and your rights to it.");
    }

    @Command(
            name = "test",
            description = "Test a prepared ballot: write what another laptop checks it with.")
    static final class TestVerb extends HomeVerb {
        @Parameters(paramLabel = "CODE", description = "As 'ballot prepare' showed it.")
        String code = "";

        @Option(names = "--out", required = true, paramLabel = "F", description = "A new file.")
        Path out = Path.of("");

        TestVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("ballot test").with("code", code);
        }

        @Override
        Answer run() {
            if (Files.exists(out)) {
                return NewFile.exists();
            }
            Answer answer = super.run();
            if (answer instanceof Answer.Done(ObjectNode json)) {
                try {
                    NewFile.write(out, json.path("test").asText());
                } catch (IOException failed) {
                    return NewFile.failed();
                }
                json.remove("test");
                json.put("file", out.toString());
            }
            return answer;
        }

        @Override
        void show(ObjectNode result) {
            screen.line("On another laptop: ballot check --test " + out);
            screen.line("Its code and its answers must be the ones that you saw here.");
        }
    }

    @Command(
            name = "check",
            description = "What became of your ballots; or check another laptop's test.")
    static final class CheckVerb extends HomeVerb {
        @Parameters(arity = "0..1", paramLabel = "ID", description = "The ballot's id.")
        String id = "";

        @Option(names = "--test", paramLabel = "F", description = "The file of a tested ballot.")
        @Nullable Path test;

        CheckVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            Path file = test;
            return file == null
                    ? Request.of("ballot show").with("id", id)
                    : Request.of("ballot check-test")
                            .with("file", file.toAbsolutePath().toString());
        }

        @Override
        void show(ObjectNode result) {
            if (!result.has("code")) {
                new BallotLine(screen).vote(result);
                return;
            }
            screen.line("Code: " + result.path("code").asText());
            for (JsonNode each : result.path("chosen")) {
                StringBuilder answers = new StringBuilder();
                each.path("answers")
                        .forEach(answer ->
                                answers.append(answers.isEmpty() ? "" : ", ")
                                        .append(answer.asText()));
                screen.line(
                        each.path("question").asText()
                                + "  "
                                + (answers.isEmpty() ? "(blank)" : answers));
            }
        }
    }

    @Command(
            name = "handover",
            description =
                    "Carry ballots by hand: --out writes those that wait here, --in takes"
                            + " them in.")
    static final class HandoverVerb extends HomeVerb {
        @Option(names = "--out", paramLabel = "F", description = "A new file.")
        @Nullable Path out;

        @Option(names = "--in", paramLabel = "F", description = "A file from another laptop.")
        @Nullable Path in;

        HandoverVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            Path file = in;
            return file == null
                    ? Request.of("ballot handover-out")
                    : Request.of("ballot handover-in")
                            .with("file", file.toAbsolutePath().toString());
        }

        @Override
        Answer run() {
            Path file = out;
            if ((file == null) == (in == null)) {
                return new Answer.Refused("which_way", "Either --out F or --in F.");
            }
            if (file != null && Files.exists(file)) {
                return NewFile.exists();
            }
            Answer answer = super.run();
            if (file != null && answer instanceof Answer.Done(ObjectNode json)) {
                try {
                    NewFile.write(file, Base64.getDecoder().decode(json.path("file").asText()));
                } catch (IOException failed) {
                    return NewFile.failed();
                }
                json.put("file", file.toString());
            }
            return answer;
        }

        @Override
        void show(ObjectNode result) {
            String count = result.path("envelopes").asText();
            screen.line(
                    result.has("new")
                            ? count + " ballots read, " + result.path("new").asText() + " new."
                            : count + " ballots written. They name nobody, and stay here too.");
        }
    }
}
