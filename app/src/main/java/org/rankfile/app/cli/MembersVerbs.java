// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Request;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;

/// `members import | undo-import | list | set | export`.
final class MembersVerbs {
    private MembersVerbs() {}

    static CommandLine group(Screen screen, Reach reach) {
        return RankfileCommand.group(
                "members",
                "The member list.",
                new ImportVerb(screen, reach),
                new UndoImportVerb(screen, reach),
                new ListVerb(screen, reach),
                new SetVerb(screen, reach),
                new Export(screen, reach));
    }

    @Command(name = "import", description = "Import a CSV file as one batch.")
    static final class ImportVerb extends HomeVerb {
        private static final int SHOWN = 20;

        @Parameters(paramLabel = "FILE.csv", description = "Its first row has the headings.")
        Path file = Path.of("");

        @Option(names = "--dry-run", description = "Only say what would happen.")
        boolean dryRun;

        @Option(
                names = "--dates",
                paramLabel = "ORDER",
                defaultValue = "",
                description =
                        "month-first or day-first, where dates such as 3/4/2026 leave it open.")
        String dates = "";

        ImportVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("members import")
                    .with("file", file.toAbsolutePath().toString())
                    .with("dates", dates)
                    .with("dryRun", dryRun);
        }

        @Override
        void show(ObjectNode result) {
            screen.line(
                    (dryRun ? "Would import: " : "Imported: ")
                            + RowLine.count(result.path("rows").asInt())
                            + ": "
                            + result.path("new").asInt()
                            + " new, "
                            + result.path("changed").asInt()
                            + " changed, "
                            + result.path("unchanged").asInt()
                            + " unchanged, "
                            + result.path("conflict").asInt()
                            + " in conflict.");
            JsonNode refused = result.path("refused");
            for (int i = 0; i < Math.min(SHOWN, refused.size()); i++) {
                JsonNode row = refused.get(i);
                screen.line("  " + RowLine.of(row));
            }
            if (refused.size() > SHOWN) {
                screen.line("  and " + (refused.size() - SHOWN) + " more; --json lists all.");
            }
            for (JsonNode column : result.path("ignoredColumns")) {
                screen.line("  column left out: " + column.asText());
            }
            if (result.path("batch").isTextual()) {
                screen.line(
                        "To take it back: members undo-import " + result.path("batch").asText());
            }
        }
    }

    @Command(name = "undo-import", description = "Take an import back; later changes stay.")
    static final class UndoImportVerb extends HomeVerb {
        @Parameters(paramLabel = "BATCH", description = "As 'members import' printed it.")
        String batch = "";

        UndoImportVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("members undo-import").with("batch", batch);
        }

        @Override
        void show(ObjectNode result) {
            screen.line("The import is taken back.");
            UndoVerb.kept(result, screen);
        }
    }

    @Command(name = "list", description = "List members.")
    static final class ListVerb extends HomeVerb {
        @Option(names = "--filter", paramLabel = "TEXT", description = "Starts of words.")
        @Nullable String filter;

        ListVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("members list").with("filter", filter == null ? "" : filter);
        }

        @Override
        void show(ObjectNode result) {
            for (JsonNode member : result.path("members")) {
                screen.line(
                        member.path("id").asText()
                                + "  "
                                + member.path("employee_no").asText()
                                + "  "
                                + member.path("last_name").asText()
                                + ", "
                                + member.path("first_name").asText()
                                + "  "
                                + member.path("job_title").asText()
                                + "  "
                                + member.path("department").asText());
            }
            screen.note(result.path("members").size() + " of " + result.path("total").asInt());
        }
    }

    @Command(name = "set", description = "Change a member's fields.")
    static final class SetVerb extends HomeVerb {
        @Parameters(index = "0", paramLabel = "ID", description = "An id, or an employee number.")
        String id = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "field=value")
        List<String> values = List.of();

        @Spec CommandSpec spec = CommandSpec.create();

        SetVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("members set")
                    .with("id", id)
                    .with("values", Assignments.of(values, spec));
        }

        @Override
        void show(ObjectNode result) {
            changed(result, screen);
        }
    }

    /// Says that a record was changed, and how to take that back.
    static void changed(ObjectNode result, Screen screen) {
        if (result.path("ops").isEmpty()) {
            screen.line("It was so already.");
        }
        for (JsonNode op : result.path("ops")) {
            screen.line("Saved. To take it back: undo " + op.asText());
        }
    }

    @Command(name = "export", description = "Write the member list to a new CSV file.")
    static final class Export extends ExportVerb {
        Export(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("members export");
        }
    }
}
