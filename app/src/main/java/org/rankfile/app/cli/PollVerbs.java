// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `ballot new | list | show | open | withdraw | close | tally | result | export | destroy-share`.
final class PollVerbs {
    private PollVerbs() {}

    /// Texts by their numbers from 1, as requests carry lists.
    static Map<String, String> numbered(List<String> texts) {
        Map<String, String> numbered = new LinkedHashMap<>();
        texts.forEach(text -> numbered.put(String.valueOf(numbered.size() + 1), text));
        return numbered;
    }

    @Command(name = "list", description = "List the ballots.")
    static final class ListVerb extends HomeVerb {
        ListVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("ballot list");
        }

        @Override
        void show(ObjectNode result) {
            if (result.path("ballots").isEmpty()) {
                screen.line("There are no ballots.");
            }
            result.path("ballots").forEach(new BallotLine(screen)::brief);
            if (result.has("hindered")) {
                screen.note(
                        "This laptop could not do its part: " + result.path("hindered").asText());
            }
        }
    }

    @Command(
            name = "new",
            description = "Ask officers to hold a ballot; their laptops prepare it by themselves.")
    static final class NewVerb extends HomeVerb {
        @Parameters(paramLabel = "TITLE", description = "What the ballot is called.")
        String title = "";

        @Option(names = "--description", description = "What voters are told.")
        String description = "";

        @Option(
                names = "--question",
                required = true,
                description = "What is asked; may be given several times.")
        List<String> questions = List.of();

        @Option(
                names = "--answers",
                paramLabel = "A|B|…",
                description = "The answers of each question, in order; else Yes|No.")
        List<String> answers = List.of();

        @Option(names = "--no-blank", description = "Nobody may cast a blank ballot.")
        boolean noBlank;

        @Option(
                names = "--rules",
                description = "Rules to start from, to be checked (default: simple-majority).")
        String rules = "simple-majority";

        @Option(names = "--registrar", required = true, paramLabel = "NAME")
        List<String> registrars = List.of();

        @Option(
                names = "--teller",
                required = true,
                paramLabel = "NAME",
                description = "Holds a share of the key; at least three.")
        List<String> tellers = List.of();

        @Option(
                names = "--threshold",
                required = true,
                paramLabel = "N",
                description = "So many tellers are enough to decrypt.")
        int threshold;

        @Option(names = "--witness", required = true, paramLabel = "NAME")
        List<String> witnesses = List.of();

        @Option(
                names = "--cards",
                paramLabel = "N",
                description = "Cards for members without a laptop, written to --cards-file.")
        int cards;

        @Option(names = "--cards-file", paramLabel = "F", description = "A new file.")
        @Nullable Path cardsFile;

        @Option(names = "--rehearsal", description = "Only tries everything out.")
        boolean rehearsal;

        NewVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            Request request =
                    Request.of("ballot new").with("title", title).with("description", description);
            request.with("questions", numbered(questions)).with("answers", numbered(answers));
            request.with("noBlank", noBlank).with("rules", rules).with("rehearsal", rehearsal);
            request.with("registrars", numbered(registrars)).with("tellers", numbered(tellers));
            request.with("witnesses", numbered(witnesses));
            request.arguments().put("threshold", threshold).put("cards", cards);
            return request;
        }

        @Override
        Answer run() {
            Path file = cardsFile;
            if (cards > 0 && file == null) {
                return new Answer.Refused("no_cards_file", "Name a new file with --cards-file.");
            }
            if (file != null && Files.exists(file)) {
                return NewFile.exists();
            }
            Answer answer = super.run();
            if (file != null && answer instanceof Answer.Done(ObjectNode json)) {
                StringBuilder text = new StringBuilder();
                json.path("cards").forEach(card -> text.append(card.asText()).append('\n'));
                try {
                    NewFile.write(file, text.toString());
                } catch (IOException failed) {
                    return NewFile.failed();
                }
                json.remove("cards");
                json.put("cardsFile", file.toString());
            }
            return answer;
        }

        @Override
        void show(ObjectNode result) {
            new BallotLine(screen).brief(result);
            if (cardsFile != null) {
                screen.note("Whoever reads a card can vote with it. Print, hand out, delete.");
            }
        }
    }

    /// A request about one ballot that is answered with all of it.
    abstract static class OneVerb extends HomeVerb {
        private final String verb;

        @Parameters(paramLabel = "ID", description = "The ballot's id, or the start of it.")
        String id = "";

        OneVerb(Screen screen, Reach reach, String verb) {
            super(screen, reach);
            this.verb = verb;
        }

        @Override
        Request request() {
            return Request.of(verb).with("id", id);
        }

        @Override
        void show(ObjectNode result) {
            new BallotLine(screen).whole(result);
        }
    }

    @Command(name = "show", description = "Show a ballot, and what it waits for.")
    static final class ShowVerb extends OneVerb {
        ShowVerb(Screen screen, Reach reach, String verb) {
            super(screen, reach, verb);
        }
    }

    @Command(name = "withdraw", description = "Call a ballot off that was not opened.")
    static final class WithdrawVerb extends OneVerb {
        WithdrawVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot withdraw");
        }
    }

    @Command(
            name = "close",
            description = "As a teller, give up this attempt to agree and begin the next.")
    static final class CloseVerb extends OneVerb {
        CloseVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot close");
        }
    }

    @Command(name = "tally", description = "Show who has decrypted the sealed box.")
    static final class TallyVerb extends OneVerb {
        TallyVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot tally");
        }
    }

    @Command(name = "result", description = "Show the result.")
    static final class ResultVerb extends OneVerb {
        ResultVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot result");
        }
    }

    @Command(
            name = "destroy-share",
            description = "As a teller, destroy your share of the key when disputes are over.")
    static final class DestroyVerb extends OneVerb {
        DestroyVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot destroy-share");
        }
    }

    @Command(
            name = "open",
            description = "Open a ballot: fix everything in it, and its times, for good.")
    static final class OpenVerb extends OneVerb {
        @Option(names = "--opens", paramLabel = "WHEN", description = "+2h, 2026-12-01T08:00; now.")
        String opens = "";

        @Option(names = "--closes", required = true, paramLabel = "WHEN", description = "+3d, …")
        String closes = "";

        @Option(
                names = "--grace",
                paramLabel = "SPAN",
                description = "How long ballots that were in time may still travel: 72h.")
        String grace = "";

        OpenVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot open");
        }

        @Override
        Request request() {
            return super.request().with("opens", opens).with("closes", closes).with("grace", grace);
        }
    }

    @Command(
            name = "export",
            description = "Write the record of a counted ballot: archive, annex, declaration.")
    static final class ExportVerb extends OneVerb {
        @Option(
                names = "--out",
                paramLabel = "DIR",
                required = true,
                description = "An existing folder.")
        Path out = Path.of("");

        @Option(names = "--language", paramLabel = "en|es", description = "Of the declaration.")
        String language = "en";

        ExportVerb(Screen screen, Reach reach) {
            super(screen, reach, "ballot export");
        }

        @Override
        Request request() {
            return super.request().with("language", language);
        }

        @Override
        Answer run() {
            Answer answer = super.run();
            return answer instanceof Answer.Done(ObjectNode json) ? write(json) : answer;
        }

        private Answer write(ObjectNode json) {
            String name = json.path("uuid").asText();
            Path archive = out.resolve(name + ".bel");
            Path annex = out.resolve(name + "-annex.json");
            Path declaration = out.resolve(name + ".html");
            for (Path file : List.of(archive, annex, declaration)) {
                if (Files.exists(file)) {
                    return NewFile.exists();
                }
            }
            try {
                byte[] bytes = Base64.getDecoder().decode(json.path("archive").asText());
                NewFile.write(archive, bytes);
                NewFile.write(annex, json.path("annex").asText());
                NewFile.write(declaration, json.path("declaration").asText());
            } catch (IOException failed) {
                return NewFile.failed();
            }
            json.put("archive", archive.toString()).put("annex", annex.toString());
            json.put("declaration", declaration.toString());
            return new Answer.Done(json);
        }

        @Override
        void show(ObjectNode result) {
            for (String each : List.of("archive", "annex", "declaration")) {
                JsonNode file = result.path(each);
                screen.line(file.asText());
            }
            screen.note("Anybody may have these. They name nobody but the tellers.");
        }
    }
}
