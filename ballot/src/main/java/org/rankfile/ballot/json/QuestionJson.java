// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.Question;

import java.util.List;
import java.util.Optional;

/// Questions as JSON.
public final class QuestionJson {
    private QuestionJson() {}

    /// A question.
    public static ObjectNode of(Question question) {
        ObjectNode json = CanonicalJson.object();
        ArrayNode answers = json.putArray("answers");
        question.answers().forEach(answers::add);
        if (question.blank()) {
            json.put("blank", true);
        }
        json.put("min", question.min()).put("max", question.max());
        return json.put("question", question.text());
    }

    /// Reads a question.
    ///
    /// @throws Malformed for one whose answers cannot be added up, too
    public static Question read(JsonValue json) throws Malformed {
        if (json.optional("type").isPresent()) {
            throw json.wrong("a question whose answers cannot be added up");
        }
        List<String> answers = json.field("answers").list(Limits.ANSWERS, JsonValue::text);
        if (answers.isEmpty()) {
            throw json.field("answers").wrong("empty");
        }
        Optional<JsonValue> blank = json.optional("blank");
        int min = json.field("min").number(0, answers.size());
        return new Question(
                json.field("question").text(),
                answers,
                blank.isPresent() && blank.get().bool(),
                min,
                json.field("max").number(min, answers.size()));
    }
}
