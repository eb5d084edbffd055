// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.CommandLine.Said;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The ballot commands on one laptop; a whole vote with five is in `DemoTest`.
@Timeout(120)
class BallotCommandsTest {
    @TempDir Path temp;
    private CommandLine line;

    @BeforeEach
    void found() {
        line = new CommandLine(temp.resolve("home"));
        line.typed.add("correct horse");
        assertThat(line.run("init", "--local", "Local 12", "--as", "Ana").exit()).isZero();
    }

    @AfterEach
    void close() {
        line.close();
    }

    private void refused(Said said, String code) {
        assertThat(said.exit()).isOne();
        assertThat(said.json().path("error").path("code").asText()).isEqualTo(code);
        assertThat(said.err()).startsWith("rankfile: ").hasLineCount(1);
    }

    private Said call(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("ballot", "new", "Strike", "--question", "Strike?"));
        arguments.addAll(List.of("--registrar", "Ana", "--witness", "Ana", "--threshold", "2"));
        arguments.addAll(List.of(more));
        return line.json(arguments.toArray(String[]::new));
    }

    @Test
    void whatCannotBeABallotIsRefusedAndNothingIsLeft() {
        refused(call("--teller", "Nobody"), "no_such_person");
        refused(call("--teller", "Ana"), "bad_officers");
        refused(call("--teller", "Ana", "--teller", "Ana"), "bad_form");
        refused(call("--teller", "Ana", "--rules", "coin-toss"), "no_such_rules");
        refused(call("--teller", "Ana", "--answers", ""), "bad_rules");
        refused(call("--teller", "Ana", "--cards", "3"), "no_cards_file");

        assertThat(line.json("ballot", "list").json().path("ballots")).isEmpty();
        assertThat(line.run("ballot", "list").out()).contains("There are no ballots.");
    }

    @Test
    void aBallotThatIsNotThereIsNamedAsSuch() {
        for (String verb :
                List.of("show", "withdraw", "enrol", "close", "tally", "result", "destroy-share")) {
            refused(line.json("ballot", verb, "0000"), "no_such_ballot");
        }
        refused(line.json("ballot", "cast", "0000", "--answer", "1"), "no_such_ballot");
        refused(line.json("ballot", "cast", "0000", "--code", "x"), "no_such_draft");
        refused(line.json("ballot", "open", "0000", "--closes", "+1h"), "no_such_ballot");
        refused(line.json("ballot", "export", "0000", "--out", temp.toString()), "no_such_ballot");
        refused(
                line.json("ballot", "test", "x", "--out", temp.resolve("t").toString()),
                "no_such_draft");
    }

    @Test
    void aCountOnPaperNeedsTwoTellersAndFiguresThatAddUp() {
        refused(
                line.json(
                        "ballot",
                        "paper",
                        "new",
                        "Vote",
                        "--question",
                        "Q?",
                        "--teller",
                        "Ana",
                        "--entitled",
                        "9"),
                "bad_form");
        refused(
                line.json("ballot", "paper", "enter", "0000", "--cast", "3", "--count", "1,2"),
                "bad_figures");
        refused(
                line.json("ballot", "paper", "enter", "0000", "--cast", "3", "--count", "1,2,0,0"),
                "no_such_ballot");
        assertThat(line.run("ballot", "paper", "list").out()).contains("no ballots on paper");
    }

    @Test
    void filesThatAreNoneAreRefused() throws Exception {
        Path file = temp.resolve("stick");
        Files.writeString(file, "shopping list");
        refused(line.json("ballot", "handover", "--in", file.toString()), "no_envelopes");
        refused(
                line.json("ballot", "handover", "--in", temp.resolve("no").toString()),
                "unreadable");
        refused(line.json("ballot", "handover", "--out", file.toString()), "file_exists");
        refused(line.json("ballot", "handover"), "which_way");
        refused(line.json("ballot", "check", "--test", file.toString()), "no_test");

        Path out = temp.resolve("out");
        ObjectNode written = line.json("ballot", "handover", "--out", out.toString()).json();
        assertThat(written.path("envelopes").asInt()).isZero();
        assertThat(
                        line.json("ballot", "handover", "--in", out.toString())
                                .json()
                                .path("new")
                                .asInt())
                .isZero();
    }
}
