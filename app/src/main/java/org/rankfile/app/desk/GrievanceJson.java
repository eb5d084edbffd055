// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.home.OpenHome;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.grievance.GrievanceField;
import org.rankfile.domain.grievance.NextDeadline;
import org.rankfile.domain.record.Stamp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Grievances as JSON.
final class GrievanceJson {
    private final OpenHome home;

    GrievanceJson(OpenHome home) {
        this.home = home;
    }

    /// What a list shows.
    ObjectNode line(Grievance grievance) {
        ObjectNode json = Json.object();
        json.put("id", grievance.id());
        json.put("number", grievance.number());
        json.put("title", grievance.value(GrievanceField.TITLE));
        json.put("status", grievance.value(GrievanceField.STATUS));
        json.put("stage", grievance.value(GrievanceField.STAGE));
        json.put("closed", grievance.isClosed());
        deadline(json, grievance.nextDeadline());
        ArrayNode open = json.putArray("disagreements");
        grievance.open().keySet().forEach(field -> open.add(field.key()));
        return json;
    }

    private void deadline(ObjectNode json, Optional<NextDeadline> next) {
        if (next.isEmpty()) {
            json.putNull("nextDeadline");
            return;
        }
        NextDeadline deadline = next.get();
        json.putObject("nextDeadline")
                .put("date", deadline.date().toString())
                .put("owner", deadline.owner())
                .put("what", deadline.what())
                .put("daysLeft", ChronoUnit.DAYS.between(home.today(), deadline.date()));
    }

    /// Everything.
    ObjectNode whole(Grievance grievance) {
        ObjectNode json = line(grievance);
        ObjectNode fields = json.putObject("fields");
        for (GrievanceField field : GrievanceField.values()) {
            if (!grievance.value(field).isEmpty()) {
                fields.put(field.key(), grievance.value(field));
            }
        }
        ObjectNode open = json.putObject("choices");
        grievance
                .open()
                .forEach((field, choices) -> {
                    ArrayNode values = open.putArray(field.key());
                    choices.forEach(choice ->
                            stamp(values.addObject(), choice.stamp())
                                    .put("number", choice.number())
                                    .put("value", choice.value()));
                });
        stamp(json.putObject("created"), grievance.record().created());
        stamp(json.putObject("changed"), grievance.record().changed());
        ArrayNode readers = json.putArray("readers");
        home.union().readers().forEach(reader -> readers.add(reader.name()));
        return json;
    }

    private ObjectNode stamp(ObjectNode json, Stamp stamp) {
        return json.put("by", home.union().names().getOrDefault(stamp.author(), ""))
                .put("at", Instant.ofEpochMilli(stamp.time().millis()).toString())
                .put("op", stamp.op().toString());
    }
}
