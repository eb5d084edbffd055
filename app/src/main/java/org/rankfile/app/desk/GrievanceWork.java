// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.domain.Command;
import org.rankfile.domain.Union;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.GrievanceFormat;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Refusal;
import org.rankfile.llm.Summary;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Verbs about grievances.
final class GrievanceWork {
    private final Desk desk;
    private final GrievanceJson json;

    GrievanceWork(Desk desk) {
        this.desk = desk;
        json = new GrievanceJson(desk.home());
    }

    void register(Map<String, Desk.Work> works) {
        works.put("grievance new", this::open);
        works.put("grievance list", this::list);
        works.put("grievance show", request -> json.whole(find(request)));
        works.put("grievance set", this::set);
        works.put("grievance resolve", this::resolve);
        works.put("grievance summarise", this::summarise);
        works.put("grievance export", _ -> export());
    }

    private Grievance find(Request request) throws DeskRefused {
        return switch (desk.home().union().grievance(request.text("id"))) {
            case Union.Named.One<Grievance>(Grievance grievance) -> grievance;
            case Union.Named.None<Grievance>(var why) -> throw new DeskRefused(Lines.of(why));
        };
    }

    private ObjectNode open(Request request) throws DeskRefused {
        int year = desk.home().today().getYear();
        Command command =
                new Command.NewGrievance(request.text("title"), request.text("statement"), year);
        ObjectNode done = RecordWork.json(desk.done(command));
        Union.Named<Grievance> made = desk.home().union().grievance(done.path("id").asText());
        if (made instanceof Union.Named.One<Grievance>(Grievance grievance)) {
            done.put("number", grievance.number());
        }
        return done;
    }

    private ObjectNode list(Request request) throws DeskRefused {
        desk.needCommittee();
        ObjectNode all = Json.object();
        var list = all.putArray("grievances");
        for (Grievance each : desk.home().union().grievances(request.text("filter"))) {
            list.add(json.line(each));
        }
        return all;
    }

    private ObjectNode set(Request request) throws DeskRefused {
        Map<GrievanceField, String> values = new EnumMap<>(GrievanceField.class);
        for (Map.Entry<String, String> each : request.texts("values").entrySet()) {
            values.put(field(each.getKey()), each.getValue());
        }
        return RecordWork.json(desk.done(new Command.SetGrievance(request.text("id"), values)));
    }

    private static GrievanceField field(String name) throws DeskRefused {
        List<String> names =
                java.util.Arrays.stream(GrievanceField.values()).map(GrievanceField::key).toList();
        return GrievanceField.named(name)
                .orElseThrow(() ->
                        new DeskRefused(
                                "no_such_field",
                                "There is no field of this name. There are: "
                                        + String.join(", ", names)
                                        + "."));
    }

    private ObjectNode resolve(Request request) throws DeskRefused {
        Command command =
                new Command.Resolve(
                        request.text("id"), field(request.text("field")), request.number("choose"));
        return RecordWork.json(desk.done(command));
    }

    private ObjectNode summarise(Request request) throws DeskRefused {
        String statement = find(request).value(GrievanceField.STATEMENT);
        try {
            Summary summary = desk.summaries().of(statement);
            Refusal why = summary.refused();
            if (why != null) {
                throw new DeskRefused(
                        new Answer.Refused(
                                why.code().key(), why.message(), SummaryJson.of(summary)));
            }
            return SummaryJson.of(summary);
        } catch (LlmException failed) {
            throw new DeskRefused(
                    "model_" + failed.reason().name().toLowerCase(Locale.ROOT),
                    "The summary model did not load or run here (" + failed.reason() + ").");
        }
    }

    private ObjectNode export() throws DeskRefused {
        desk.needCommittee();
        List<Grievance> all = desk.home().union().snapshot().grievances();
        return Json.object().put("csv", GrievanceFormat.csv(all, true)).put("rows", all.size());
    }
}
