// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.Union;
import org.rankfile.domain.event.Batch;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.record.Change;
import org.rankfile.domain.roster.Worker;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Verbs about any record: what happened to it, and taking it back.
final class RecordWork {
    private final Desk desk;

    RecordWork(Desk desk) {
        this.desk = desk;
    }

    void register(Map<String, Desk.Work> works) {
        works.put("history", this::history);
        works.put("undo", request -> json(desk.done(new Command.Undo(request.text("op")))));
    }

    private ObjectNode history(Request request) throws DeskRefused {
        RecordKey key = find(request.text("id"));
        Optional<List<Change>> found = Desk.await(desk.home().union().history(key));
        ObjectNode json = Json.object();
        json.put("id", key.id()).put("kind", key.kind());
        ArrayNode changes = json.putArray("changes");
        for (Change change : found.orElse(List.of())) {
            put(changes.addObject(), change);
        }
        return json;
    }

    private void put(ObjectNode json, Change change) {
        var stamp = change.stamp();
        json.put("op", stamp.op().toString());
        json.put("at", Instant.ofEpochMilli(stamp.time().millis()).toString());
        json.put("by", desk.home().union().names().getOrDefault(stamp.author(), ""));
        json.put("what", change.what().name().toLowerCase(Locale.ROOT));
        json.put("field", change.field());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("batch", change.batch().map(Batch::id).orElse(null));
        ArrayNode undoes = json.putArray("undoes");
        change.undoes().forEach(op -> undoes.add(op.toString()));
    }

    /// A grievance, a worker, or the whole id of a record that is no more.
    private RecordKey find(String name) throws DeskRefused {
        Union union = desk.home().union();
        if (union.grievance(name) instanceof Union.Named.One<Grievance>(Grievance grievance)) {
            return grievance.record().key();
        }
        Outcome.Refused why;
        switch (union.worker(name)) {
            case Union.Named.One<Worker>(Worker worker) -> {
                return worker.record().key();
            }
            case Union.Named.None<Worker>(Outcome.Refused refused) -> why = refused;
        }
        for (RecordKey key : List.of(RecordKey.grievance(name), RecordKey.worker(name))) {
            if (Desk.await(union.history(key)).isPresent()) {
                return key;
            }
        }
        throw new DeskRefused(Lines.of(why));
    }

    /// What a change came to.
    static ObjectNode json(Outcome.Done done) {
        ObjectNode json = Json.object();
        json.put("id", done.record().map(RecordKey::id).orElse(null));
        ArrayNode ops = json.putArray("ops");
        done.ops().forEach(op -> ops.add(op.toString()));
        ArrayNode kept = json.putArray("kept");
        done.kept()
                .forEach(conflict ->
                        kept.addObject()
                                .put("id", conflict.key().id())
                                .put("field", conflict.field()));
        return json;
    }
}
