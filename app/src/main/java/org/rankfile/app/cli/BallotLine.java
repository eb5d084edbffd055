// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Locale;

/// Prints a ballot for a person.
final class BallotLine {
    private final Screen screen;

    BallotLine(Screen screen) {
        this.screen = screen;
    }

    /// One line.
    void brief(JsonNode ballot) {
        screen.line(
                ballot.path("id").asText()
                        + "  "
                        + (ballot.path("rehearsal").asBoolean() ? "REHEARSAL  " : "")
                        + ballot.path("title").asText()
                        + "  "
                        + phase(ballot));
    }

    /// Everything.
    void whole(JsonNode ballot) {
        brief(ballot);
        if (ballot.has("opens")) {
            screen.line(
                    "  voting from "
                            + ballot.path("opens").asText()
                            + " to "
                            + ballot.path("closes").asText());
        }
        JsonNode turnout = ballot.path("turnout");
        screen.line(
                "  entitled "
                        + turnout.path("entitled").asText()
                        + ", enrolled "
                        + turnout.path("enrolled").asText()
                        + ", ballots that enough witnesses saw "
                        + turnout.path("witnessed").asText());
        for (JsonNode question : ballot.path("questions")) {
            screen.line("  " + question.path("question").asText());
            int number = 1;
            for (JsonNode answer : question.path("answers")) {
                screen.line("    " + number++ + "  " + answer.asText());
            }
        }
        screen.line("  rules: " + ballot.path("rules").path("name").asText() + " (check them)");
        vote(ballot);
        if (ballot.has("outcome")) {
            outcome(ballot.path("outcome"));
        }
    }

    private static String phase(JsonNode ballot) {
        String waits = list(ballot.path("waitingFor"));
        String phase =
                switch (ballot.path("phase").asText()) {
                    case "preparing" -> "is being prepared";
                    case "prepared" -> "can be opened: 'ballot open'";
                    case "announced" -> "waits for all tellers to agree";
                    case "agreed" -> "members enrol; voting has not begun";
                    case "voting" -> "members vote";
                    case "closing" -> "voting is over; tellers agree on the box";
                    case "decrypting" -> "the box is sealed; tellers decrypt";
                    case "counted" -> "is counted";
                    case "too_few" -> "has so few ballots that it is not opened";
                    case "failed" -> "failed: a teller did not do as they should";
                    default -> "was called off";
                };
        String fault = ballot.path("atFault").asText();
        if (!fault.isEmpty()) {
            return phase + " (" + fault + ")";
        }
        if (waits.isEmpty()) {
            return phase;
        }
        boolean counted = ballot.path("phase").asText().equals("counted");
        return phase + (counted ? " (shares not destroyed: " : " (waits for ") + waits + ")";
    }

    private static String list(JsonNode names) {
        StringBuilder all = new StringBuilder();
        names.forEach(name -> all.append(all.isEmpty() ? "" : ", ").append(name.asText()));
        return all.toString();
    }

    /// What became of this laptop's ballots.
    void vote(JsonNode ballot) {
        JsonNode vote = ballot.path("vote");
        if (!vote.path("entitled").asBoolean()) {
            return;
        }
        screen.line("  you: " + entry(vote.path("entry").asText()));
        for (JsonNode each : vote.path("cast")) {
            screen.line(
                    "  your ballot "
                            + each.path("tracker").asText()
                            + ": "
                            + progress(each.path("progress").asText()));
        }
    }

    private static String entry(String finding) {
        return switch (finding) {
            case "enrolled" -> "enrolled";
            case "not_enrolled" -> "NOT enrolled: tell a registrar";
            case "enrolled_otherwise" ->
                    "ENROLLED WITH ANOTHER CREDENTIAL than this laptop's: tell a registrar";
            case "wrong" -> "the roll does not hold for you: tell everybody";
            default -> "not on a list yet; this laptop enrols by itself while it is connected";
        };
    }

    private static String progress(String progress) {
        return switch (progress) {
            case "held" -> "on this laptop; it does not count yet. Keep the laptop connected";
            case "in_box" -> "in the box; it does not count yet: too few witnesses have seen it";
            case "witnessed" -> "seen by enough witnesses";
            case "replaced" -> "replaced by a later one";
            case "sealed" -> "in the box that was counted";
            default -> "NOT counted: too few witnesses saw it in time";
        };
    }

    private void outcome(JsonNode outcome) {
        for (JsonNode question : outcome.path("result")) {
            screen.line("");
            screen.line(question.path("question").asText());
            for (JsonNode answer : question.path("answers")) {
                screen.line(
                        "  "
                                + answer.path("count").asText()
                                + "  "
                                + answer.path("answer").asText());
            }
            if (question.has("blank")) {
                screen.line("  " + question.path("blank").asText() + "  (blank)");
            }
        }
        screen.line("");
        screen.line(
                outcome.path("counted").asText()
                        + " counted, "
                        + outcome.path("late").asText()
                        + " in time that came too late. By the rules: "
                        + outcome.path("decision").asText("not to be said").toUpperCase(Locale.ROOT)
                        + (outcome.path("state").asText().equals("disputed")
                                ? ", DISPUTED: the late ones could turn it"
                                : ""));
    }
}
