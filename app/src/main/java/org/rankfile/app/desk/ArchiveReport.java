// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Question;
import org.rankfile.ballot.tally.Result;
import org.rankfile.ballot.verify.Summary;
import org.rankfile.ballot.verify.Verdict;
import org.rankfile.ballot.verify.Verdict.Holds;
import org.rankfile.ballot.verify.Verdict.Incomplete;
import org.rankfile.ballot.verify.Verdict.Rejected;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/// What was found about the record of an election, as JSON. Each thing that can be found has its
/// own verdict, and what was not looked at says so.
public final class ArchiveReport {
    private static final String NOT_CHECKED = "not checked";

    private ArchiveReport() {}

    /// Done only where the archive holds as a whole.
    public static Answer of(Verdict verdict) {
        ObjectNode json = Json.object();
        return switch (verdict) {
            case Holds(Summary summary) -> {
                verdicts(json, "ok");
                tell(json, summary);
                yield new Answer.Done(json);
            }
            case Incomplete incomplete -> {
                verdicts(json, "incomplete");
                json.put("missing", incomplete.missing().text());
                incomplete.summary().ifPresent(summary -> tell(json, summary));
                yield new Answer.Refused(
                        "incomplete",
                        "INCOMPLETE: what is there holds, but "
                                + incomplete.missing().text()
                                + " is missing. This is no result.",
                        json);
            }
            case Rejected rejected -> {
                verdicts(json, "rejected");
                json.put("place", rejected.place()).put("reason", rejected.reason());
                String place = rejected.place().isEmpty() ? "" : rejected.place() + ": ";
                yield new Answer.Refused(
                        "rejected", "REJECTED: " + place + rejected.reason() + ".", json);
            }
        };
    }

    private static void verdicts(ObjectNode json, String archive) {
        json.putObject("verdicts")
                .put("archive", archive)
                .put("eligibility", NOT_CHECKED)
                .put("closing", NOT_CHECKED)
                .put("rules", NOT_CHECKED);
    }

    static void tell(ObjectNode json, Summary summary) {
        json.putObject("election")
                .put("name", summary.election().terms().name())
                .put("uuid", summary.election().uuid())
                .put("fingerprint", summary.election().fingerprint())
                .put("group", summary.election().group().name());
        json.put("time", Instant.ofEpochSecond(summary.timestamp()).toString());
        json.put("credentials", summary.credentials());
        json.put("ballots", summary.ballots());
        json.put("counted", summary.counted());
        json.put("weight", summary.weight());
        json.put("trustees", summary.trustees());
        ArrayNode decrypted = json.putArray("decrypted");
        summary.decrypted().stream().sorted().forEach(decrypted::add);
        json.put("head", summary.head().hex());
        summary.result()
                .ifPresent(result ->
                        result(json.putArray("result"), summary.election().questions(), result));
    }

    private static void result(ArrayNode json, List<Question> questions, Result result) {
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            ObjectNode each = json.addObject().put("question", question.text());
            ArrayNode answers = each.putArray("answers");
            Iterator<Long> numbers = result.numbers().get(i).iterator();
            if (question.blank()) {
                answers.addObject()
                        .put("answer", "blank")
                        .put("blank", true)
                        .put("count", numbers.next());
            }
            for (String answer : question.answers()) {
                answers.addObject().put("answer", answer).put("count", numbers.next());
            }
        }
    }
}
