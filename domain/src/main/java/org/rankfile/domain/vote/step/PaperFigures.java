// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.step;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;
import org.rankfile.domain.Limits;
import org.rankfile.domain.vote.rule.Count;

import java.util.List;

/// What one teller counted on paper. Immutable.
///
/// @param cast how many papers there are
/// @param counts one for each question
public record PaperFigures(long cast, List<Count> counts) {
    private static final Label SEALED = new Label("rankfile/paper-count/1");

    /// Copies the list.
    public PaperFigures {
        counts = List.copyOf(counts);
    }

    /// What a teller tells before anybody shows what they counted.
    ///
    /// @param salt 32 random bytes, so that nobody can try figures out
    public Hash sealed(Hash salt) {
        return Hash.sha256(SEALED, salt.bytes(), CanonicalJson.bytes(json()));
    }

    ObjectNode json() {
        ObjectNode json = CanonicalJson.object();
        json.set("cast", CanonicalJson.number(cast));
        ArrayNode array = json.putArray("counts");
        for (Count count : counts) {
            ObjectNode one = array.addObject();
            one.set("blank", CanonicalJson.number(count.blank()));
            one.set("spoilt", CanonicalJson.number(count.spoilt()));
            ArrayNode answers = one.putArray("answers");
            count.answers().forEach(number -> answers.add(CanonicalJson.number(number)));
        }
        return json;
    }

    static PaperFigures read(JsonValue json) throws Malformed {
        return new PaperFigures(
                json.field("cast").count(),
                json.field("counts").list(Limits.QUESTIONS, PaperFigures::count));
    }

    private static Count count(JsonValue json) throws Malformed {
        return new Count(
                json.field("blank").count(),
                json.field("spoilt").count(),
                json.field("answers").list(Limits.ANSWERS, JsonValue::count));
    }

    /// Everything as it is kept on disk until it is shown.
    public byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    /// Reads what was kept.
    ///
    /// @throws Malformed for what is none
    public static PaperFigures read(byte[] bytes) throws Malformed {
        return read(CanonicalJson.read(bytes));
    }
}
