// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is wanted of an open home: a verb such as `members list`, and its arguments. Reading an
/// argument of another type, or one that is missing, gives its empty value: a verb checks what it
/// needs.
///
/// @param arguments not copied
public record Request(String verb, ObjectNode arguments) {
    private static final String VERB = "verb";
    private static final String ARGUMENTS = "arguments";

    /// A request without arguments.
    public static Request of(String verb) {
        return new Request(verb, Json.object());
    }

    /// Adds a text.
    public Request with(String name, String value) {
        arguments.put(name, value);
        return this;
    }

    /// Adds a yes or no.
    public Request with(String name, boolean value) {
        arguments.put(name, value);
        return this;
    }

    /// Adds texts by name.
    public Request with(String name, Map<String, String> values) {
        ObjectNode object = arguments.putObject(name);
        values.forEach(object::put);
        return this;
    }

    /// A text; empty if there is none.
    String text(String name) {
        JsonNode node = arguments.get(name);
        return node != null && node.isTextual() ? node.asText() : "";
    }

    /// A yes or no; no if there is none.
    boolean flag(String name) {
        JsonNode node = arguments.get(name);
        return node != null && node.isBoolean() && node.asBoolean();
    }

    /// A number; 0 if there is none that is a whole number of 32 bits.
    int number(String name) {
        JsonNode node = arguments.get(name);
        return node != null && node.canConvertToInt() ? node.asInt() : 0;
    }

    /// Texts by name, in order; those of another type are left out.
    Map<String, String> texts(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (arguments.get(name) instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(each -> each.getValue().isTextual())
                    .forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
        }
        return texts;
    }

    /// The request as it travels.
    ObjectNode json() {
        ObjectNode object = Json.object();
        object.put(VERB, verb);
        object.set(ARGUMENTS, arguments);
        return object;
    }

    /// Reads what [#json] wrote; empty if it is none.
    static Optional<Request> read(ObjectNode object) {
        JsonNode verb = object.get(VERB);
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.size() == 2
                        && verb != null
                        && verb.isTextual()
                        && object.get(ARGUMENTS) instanceof ObjectNode arguments
                ? Optional.of(new Request(verb.asText(), arguments))
                : Optional.empty();
    }
}
