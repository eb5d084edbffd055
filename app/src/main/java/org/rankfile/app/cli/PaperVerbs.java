// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Request;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `ballot paper new | list | show | enter | export`: ballots on paper that tellers count each for
/// themselves.
final class PaperVerbs {
    private PaperVerbs() {}

    static CommandLine group(Screen screen, Reach reach) {
        return RankfileCommand.group(
                "paper",
                "Ballots on paper, counted by tellers who must agree.",
                new NewVerb(screen, reach),
                new ListVerb(screen, reach),
                new ShowVerb(screen, reach),
                new EnterVerb(screen, reach),
                new ExportVerb(screen, reach));
    }

    /// A request whose answer is one ballot on paper.
    abstract static class OneVerb extends HomeVerb {
        OneVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        void show(ObjectNode result) {
            line(result);
            for (JsonNode question : result.path("result")) {
                screen.line("  " + question.path("question").asText());
                for (JsonNode answer : question.path("answers")) {
                    number(answer.path("count"), answer.path("answer").asText());
                }
                number(question.path("blank"), "(blank)");
                number(question.path("spoilt"), "(spoilt)");
            }
        }

        private void number(JsonNode count, String what) {
            screen.line("    " + count.asText() + "  " + what);
        }

        final void line(JsonNode paper) {
            String state =
                    paper.path("agreed").asBoolean()
                            ? "counted: "
                                    + paper.path("decision").asText("no decision by the rules")
                            : "count " + paper.path("round").asText() + ", not agreed yet";
            screen.line(
                    paper.path("id").asText() + "  " + paper.path("title").asText() + "  " + state);
        }
    }

    @Command(name = "new", description = "Ask tellers to count a ballot that is held on paper.")
    static final class NewVerb extends OneVerb {
        @Parameters(paramLabel = "TITLE")
        String title = "";

        @Option(names = "--question", required = true, description = "What was asked.")
        List<String> questions = List.of();

        @Option(names = "--answers", paramLabel = "A|B|…", description = "Else Yes|No.")
        List<String> answers = List.of();

        @Option(
                names = "--teller",
                required = true,
                paramLabel = "NAME",
                description = "Two or more.")
        List<String> tellers = List.of();

        @Option(names = "--entitled", required = true, paramLabel = "N")
        int entitled;

        @Option(names = "--rules", description = "Rules to start from (simple-majority).")
        String rules = "simple-majority";

        @Option(names = "--rehearsal", description = "Only tries everything out.")
        boolean rehearsal;

        NewVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            Request request = Request.of("ballot paper-new").with("title", title);
            request.with("questions", PollVerbs.numbered(questions));
            request.with("answers", PollVerbs.numbered(answers)).with("rules", rules);
            request.with("tellers", PollVerbs.numbered(tellers)).with("rehearsal", rehearsal);
            request.arguments().put("entitled", entitled);
            return request;
        }
    }

    @Command(name = "list", description = "List the ballots on paper.")
    static final class ListVerb extends OneVerb {
        ListVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("ballot paper-list");
        }

        @Override
        void show(ObjectNode result) {
            if (result.path("papers").isEmpty()) {
                screen.line("There are no ballots on paper.");
            }
            result.path("papers").forEach(this::line);
        }
    }

    @Command(name = "show", description = "Show a ballot on paper.")
    static final class ShowVerb extends OneVerb {
        @Parameters(paramLabel = "ID")
        String id = "";

        ShowVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("ballot paper-show").with("id", id);
        }
    }

    @Command(
            name = "enter",
            description = "As a teller, enter what you counted. Nobody sees it before all have.")
    static final class EnterVerb extends OneVerb {
        @Parameters(paramLabel = "ID")
        String id = "";

        @Option(names = "--cast", required = true, paramLabel = "N", description = "Papers.")
        int cast;

        @Option(
                names = "--count",
                required = true,
                paramLabel = "YES,NO,BLANK,SPOILT",
                description = "For each question: its answers in order, then blank, then spoilt.")
        List<String> counts = List.of();

        EnterVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            Request request = Request.of("ballot paper-enter").with("id", id);
            request.with("counts", PollVerbs.numbered(counts)).arguments().put("cast", cast);
            return request;
        }
    }

    @Command(
            name = "export",
            description = "Write the declaration of a count to which all tellers agreed.")
    static final class ExportVerb extends HomeVerb {
        @Parameters(paramLabel = "ID")
        String id = "";

        @Option(
                names = "--out",
                paramLabel = "DIR",
                required = true,
                description = "An existing folder.")
        Path out = Path.of("");

        @Option(names = "--language", paramLabel = "en|es", description = "Of the declaration.")
        String language = "en";

        ExportVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("ballot paper-export").with("id", id).with("language", language);
        }

        @Override
        Answer run() {
            Answer answer = super.run();
            return answer instanceof Answer.Done(ObjectNode json) ? write(json) : answer;
        }

        private Answer write(ObjectNode json) {
            Path file = out.resolve(json.path("id").asText() + ".html");
            if (Files.exists(file)) {
                return NewFile.exists();
            }
            try {
                NewFile.write(file, json.path("declaration").asText());
            } catch (IOException failed) {
                return NewFile.failed();
            }
            return new Answer.Done(json.put("declaration", file.toString()));
        }

        @Override
        void show(ObjectNode result) {
            screen.line(result.path("declaration").asText());
        }
    }
}
