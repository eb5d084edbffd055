// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.event.Batch;
import org.rankfile.domain.roster.DateOrder;
import org.rankfile.domain.roster.ImportPlan;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;
import org.rankfile.domain.roster.PlannedRow.Fate;
import org.rankfile.domain.roster.RefusedRow;
import org.rankfile.domain.roster.RosterFormat;
import org.rankfile.domain.roster.Worker;
import org.rankfile.domain.roster.WorkerField;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Verbs about the member list.
final class MemberWork {
    private final Desk desk;

    MemberWork(Desk desk) {
        this.desk = desk;
    }

    void register(Map<String, Desk.Work> works) {
        works.put("members import", this::imports);
        works.put("members undo-import", this::undoImport);
        works.put("members list", this::list);
        works.put("members set", this::set);
        works.put("members export", _ -> export());
    }

    private ObjectNode imports(Request request) throws DeskRefused {
        Path file;
        MemberTable table;
        try {
            file = Path.of(request.text("file"));
        } catch (InvalidPathException e) {
            throw unreadable();
        }
        try (InputStream in = Files.newInputStream(file)) {
            table = MemberFile.read(in, order(request.text("dates")));
        } catch (FileRefused refused) {
            throw new DeskRefused(Lines.of(refused.fault()));
        } catch (IOException unreadable) {
            throw unreadable();
        }
        String name = String.valueOf(file.getFileName());
        Command command = new Command.ImportMembers(table, name, request.flag("dryRun"));
        return switch (desk.submit(command)) {
            case Outcome.Imported imported -> json(imported);
            case Outcome.Refused refused -> throw new DeskRefused(Lines.of(refused));
            case Outcome.Done _ -> throw new IllegalStateException("an import");
        };
    }

    private static DateOrder order(String word) throws DeskRefused {
        return switch (word) {
            case "" -> DateOrder.UNCLEAR;
            case "month-first" -> DateOrder.MONTH_FIRST;
            case "day-first" -> DateOrder.DAY_FIRST;
            default ->
                    throw new DeskRefused("bad_dates", "Dates are read month-first or day-first.");
        };
    }

    private static DeskRefused unreadable() {
        return new DeskRefused(
                "unreadable", "The file cannot be read. Check its name and your rights to it.");
    }

    private static ObjectNode json(Outcome.Imported imported) {
        ImportPlan plan = imported.plan();
        ObjectNode json = Json.object();
        json.put("batch", imported.batch().map(Batch::id).orElse(null));
        json.put("rows", plan.total());
        for (Fate fate : Fate.values()) {
            json.put(fate.name().toLowerCase(Locale.ROOT), plan.count(fate));
        }
        json.put("conflict", plan.conflicts().size());
        ArrayNode refused = json.putArray("refused");
        plan.conflicts().forEach(row -> put(refused, row));
        plan.table().refused().forEach(row -> put(refused, row));
        ArrayNode ignored = json.putArray("ignoredColumns");
        plan.table().ignoredColumns().forEach(ignored::add);
        json.put("encoding", plan.table().encoding());
        return json;
    }

    private static void put(ArrayNode rows, RefusedRow row) {
        rows.addObject()
                .put("line", row.line())
                .put("reason", row.reason().name().toLowerCase(Locale.ROOT))
                .put("about", row.argument());
    }

    private ObjectNode undoImport(Request request) throws DeskRefused {
        Outcome.Done done = desk.done(new Command.UndoImport(request.text("batch")));
        return RecordWork.json(done);
    }

    private ObjectNode list(Request request) throws DeskRefused {
        desk.needCommittee();
        ObjectNode json = Json.object();
        ArrayNode members = json.putArray("members");
        for (Worker worker : desk.home().union().workers(request.text("filter"))) {
            ObjectNode member = members.addObject();
            member.put("id", worker.id());
            for (WorkerField field : WorkerField.values()) {
                String value = worker.value(field);
                if (!value.isEmpty()) {
                    member.put(field.column(), value);
                }
            }
        }
        json.put("total", desk.home().union().snapshot().workers().size());
        return json;
    }

    private ObjectNode set(Request request) throws DeskRefused {
        Map<WorkerField, String> values = new EnumMap<>(WorkerField.class);
        for (Map.Entry<String, String> each : request.texts("values").entrySet()) {
            values.put(field(each.getKey()), each.getValue());
        }
        return RecordWork.json(desk.done(new Command.SetWorker(request.text("id"), values)));
    }

    private static WorkerField field(String name) throws DeskRefused {
        return WorkerField.byHeading(name)
                .orElseThrow(() ->
                        new DeskRefused(
                                "no_such_field",
                                "There is no field of this name. Fields are called as in"
                                        + " 'members export': first_name, job_title, …"));
    }

    private ObjectNode export() throws DeskRefused {
        desk.needCommittee();
        ObjectNode json = Json.object();
        json.put("csv", RosterFormat.csv(desk.home().union().snapshot().workers(), true));
        json.put("rows", desk.home().union().snapshot().workers().size());
        return json;
    }
}
