// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.llm.Refusal;
import org.rankfile.llm.Summary;
import org.rankfile.llm.SummarySentence;
import org.rankfile.llm.extract.BriefRole;
import org.rankfile.llm.extract.Category;

/// A summary as `summarise --json` prints it. Offsets are UTF-16 units of the input.
public final class SummaryJson {
    private SummaryJson() {}

    /// The object of a summary.
    public static ObjectNode of(Summary summary) {
        ObjectNode json = Json.object();
        Category category = summary.category();
        json.put("category", category == null ? null : category.key());
        ArrayNode candidates = json.putArray("candidates");
        for (Summary.Candidate candidate : summary.candidates()) {
            candidates
                    .addObject()
                    .put("category", candidate.category().key())
                    .put("score", candidate.score());
        }
        ArrayNode sentences = json.putArray("sentences");
        summary.sentences().forEach(sentence -> put(sentences.addObject(), sentence));
        ObjectNode brief = json.putObject("brief");
        for (BriefRole role : BriefRole.values()) {
            ArrayNode slot = brief.putArray(role.key());
            summary.brief().of(role).forEach(slot::add);
        }
        Refusal refused = summary.refused();
        if (refused == null) {
            json.putNull("refused");
        } else {
            json.putObject("refused")
                    .put("code", refused.code().key())
                    .put("message", refused.message());
        }
        json.putObject("model")
                .put("name", summary.model().name())
                .put("sha256", summary.model().sha256());
        json.put("millis", summary.millis());
        return json;
    }

    private static void put(ObjectNode object, SummarySentence sentence) {
        BriefRole role = sentence.role();
        object.put("text", sentence.text())
                .put("start", sentence.start())
                .put("end", sentence.end())
                .put("role", role == null ? null : role.key())
                .put("kind", sentence.kind().key());
    }
}
