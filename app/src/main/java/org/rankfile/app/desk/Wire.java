// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// Answers as they travel over the socket: `{"done":…}`, or `{"refused":{code,line,json}}`.
final class Wire {
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private Wire() {}

    static ObjectNode json(Answer answer) {
        ObjectNode object = Json.object();
        switch (answer) {
            case Answer.Done(ObjectNode json) -> object.set(DONE, json);
            case Answer.Refused(String code, String line, ObjectNode json) -> {
                ObjectNode refused = object.putObject(REFUSED);
                refused.put("code", code).put("line", line);
                if (json != null) {
                    refused.set("json", json);
                }
            }
        }
        return object;
    }

    /// Reads what [#json] wrote; empty if it is none.
    static Optional<Answer> read(ObjectNode object) {
        if (object.get(DONE) instanceof ObjectNode json) {
            return Optional.of(new Answer.Done(json));
        }
        if (object.get(REFUSED) instanceof ObjectNode refused) {
            ObjectNode json = refused.get("json") instanceof ObjectNode own ? own : null;
            return Optional.of(
                    new Answer.Refused(
                            refused.path("code").asText(), refused.path("line").asText(), json));
        }
        return Optional.empty();
    }
}
