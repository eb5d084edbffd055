// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.json.CanonicalJson;

import java.util.List;
import java.util.Locale;

/// Rules as JSON: compact, the fields in this order, fractions and days as texts, what is empty
/// left out (RULE-1).
final class RuleWriter {
    /// The first field of every rule document, and the only format so far.
    static final String FORMAT = "rankfile-rules-1";

    private RuleWriter() {}

    static byte[] bytes(RuleSet rules) {
        Origin origin = rules.origin();
        ObjectNode json =
                CanonicalJson.object()
                        .put("format", FORMAT)
                        .put("name", origin.name())
                        .put("version", origin.version())
                        .put("legalDate", origin.legalDate().toString());
        origin.until().ifPresent(day -> json.put("until", day.toString()));
        json.put("source", origin.source())
                .put("label", word(rules.label()))
                .put("units", word(rules.units()))
                .put("leastUnit", rules.leastUnit());
        rules.mandate().ifPresent(mandate -> json.set("mandate", json(mandate)));
        rules.noticeDays().ifPresent(days -> json.put("noticeDays", days));
        ArrayNode questions = json.putArray("questions");
        rules.questions().forEach(rule -> questions.add(json(rule)));
        return CanonicalJson.bytes(json);
    }

    /// A constant as it is written.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode json(Mandate mandate) {
        ObjectNode json = CanonicalJson.object();
        mandate.from().ifPresent(day -> json.put("from", day.toString()));
        mandate.until().ifPresent(day -> json.put("until", day.toString()));
        mandate.lasts().ifPresent(term -> json.put("lasts", term.toString()));
        return json;
    }

    private static ObjectNode json(QuestionRule rule) {
        ObjectNode json = CanonicalJson.object();
        rule.question().ifPresent(index -> json.put("question", index));
        json.put("yes", rule.yes());
        ArrayNode no = json.putArray("no");
        rule.no().forEach(no::add);
        json.putObject("blank")
                .put("inTurnout", rule.blank().inTurnout())
                .put("inCast", rule.blank().inCast());
        json.put("tie", word(rule.tie()));
        json.set("conditions", json(rule.conditions()));
        return json;
    }

    private static ArrayNode json(List<Condition> conditions) {
        ArrayNode array = CanonicalJson.array();
        conditions.forEach(condition -> array.add(json(condition)));
        return array;
    }

    private static ObjectNode json(Condition condition) {
        return switch (condition) {
            case Condition.Measure measure -> json(measure);
            case Condition.If either -> {
                ObjectNode json = CanonicalJson.object();
                json.set("if", json(either.when()));
                json.set("then", json(either.then()));
                json.set("else", json(either.otherwise()));
                yield json;
            }
        };
    }

    private static ObjectNode json(Condition.Measure measure) {
        return CanonicalJson.object()
                .put(MeasureName.of(measure).field(), measure.fraction().toString())
                .put("of", word(measure.of()));
    }
}
