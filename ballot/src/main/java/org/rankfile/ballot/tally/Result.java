// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;

import java.util.List;
import java.util.Set;

/// How often each answer was chosen.
///
/// @param numbers for every question one for every choice, blank first where it is allowed
public record Result(List<List<Long>> numbers) {
    public Result {
        numbers = numbers.stream().map(List::copyOf).toList();
    }

    /// The bytes.
    public byte[] bytes() {
        ArrayNode questions = CanonicalJson.array();
        for (List<Long> question : numbers) {
            ArrayNode choices = questions.addArray();
            for (long number : question) {
                choices.add(CanonicalJson.number(number));
            }
        }
        return CanonicalJson.bytes(CanonicalJson.object().set("result", questions));
    }

    /// Reads a result.
    ///
    /// @throws Malformed for what is none
    public static Result read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.read(bytes).only(Set.of("result"));
        return new Result(
                json.field("result")
                        .list(
                                Limits.QUESTIONS,
                                each -> each.list(Limits.ANSWERS + 1, JsonValue::count)));
    }
}
