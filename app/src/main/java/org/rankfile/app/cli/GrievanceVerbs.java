// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;

/// `grievance new | list | show | set | resolve | summarise | export`; `new` is [NewGrievanceVerb],
/// `list` and `show` are in [CaseVerbs].
final class GrievanceVerbs {
    private GrievanceVerbs() {}

    static CommandLine group(Screen screen, Reach reach) {
        return RankfileCommand.group(
                "grievance",
                "Grievances.",
                new NewGrievanceVerb(screen, reach),
                new CaseVerbs.ListVerb(screen, reach),
                new CaseVerbs.ShowVerb(screen, reach),
                new SetVerb(screen, reach),
                new ResolveVerb(screen, reach),
                new SummariseVerb(screen, reach),
                new Export(screen, reach));
    }

    @Command(name = "set", description = "Change a grievance's fields.")
    static final class SetVerb extends HomeVerb {
        @Parameters(index = "0", paramLabel = "ID", description = "Its number or id.")
        String id = "";

        @Parameters(
                index = "1..*",
                arity = "1..*",
                paramLabel = "field=value",
                description = "next_deadline=\"2026-12-02, Rosa, File at step 2\", stage=Step 1, …")
        List<String> values = List.of();

        @Spec CommandSpec spec = CommandSpec.create();

        SetVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("grievance set")
                    .with("id", id)
                    .with("values", Assignments.of(values, spec));
        }

        @Override
        void show(ObjectNode result) {
            MembersVerbs.changed(result, screen);
        }
    }

    @Command(name = "resolve", description = "Choose between values that people gave apart.")
    static final class ResolveVerb extends HomeVerb {
        @Parameters(index = "0", paramLabel = "ID", description = "Its number or id.")
        String id = "";

        @Parameters(index = "1", paramLabel = "FIELD", description = "The field in question.")
        String field = "";

        @Option(
                names = "--choose",
                required = true,
                paramLabel = "N",
                description = "The value's number, as 'grievance show' lists it.")
        int choose;

        ResolveVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            Request request = Request.of("grievance resolve").with("id", id).with("field", field);
            request.arguments().put("choose", choose);
            return request;
        }

        @Override
        void show(ObjectNode result) {
            MembersVerbs.changed(result, screen);
        }
    }

    @Command(name = "summarise", description = "Summarise a grievance's statement here.")
    static final class SummariseVerb extends HomeVerb {
        @Parameters(paramLabel = "ID", description = "Its number or id.")
        String id = "";

        SummariseVerb(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("grievance summarise").with("id", id);
        }

        @Override
        void show(ObjectNode result) {
            org.rankfile.app.cli.SummariseVerb.SummaryText.show(result, screen);
        }
    }

    @Command(name = "export", description = "Write the grievances to a new CSV file.")
    static final class Export extends ExportVerb {
        Export(Screen screen, Reach reach) {
            super(screen, reach);
        }

        @Override
        Request request() {
            return Request.of("grievance export");
        }
    }
}
