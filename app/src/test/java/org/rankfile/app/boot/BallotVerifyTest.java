// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.boot.CommandLine.Said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// `ballot verify`, of an election that belenios-tool made, on a machine without a home.
class BallotVerifyTest {
    private static final Path SAMPLES =
            Path.of(
                    System.getProperty("rankfile.root"),
                    "ballot/src/test/resources/org/rankfile/ballot");
    private static final Path ARCHIVE = SAMPLES.resolve("threshold.bel");
    private static final Path OURS = SAMPLES.resolve("rehearsal.bel");
    private static final Path ANNEX = SAMPLES.resolve("rehearsal-annex.json");

    @TempDir Path temp;
    private CommandLine line;

    @BeforeEach
    void open() {
        line = new CommandLine(temp.resolve("none"));
    }

    @AfterEach
    void close() {
        line.close();
    }

    private Said verify(byte[] archive) throws IOException {
        Path file = temp.resolve("copy.bel");
        Files.write(file, archive);
        return line.json("ballot", "verify", file.toString());
    }

    @Test
    void anElectionByBeleniosIsOkAndWhatWasNotCheckedSaysSo() throws Exception {
        Said said = line.json("ballot", "verify", ARCHIVE.toString());
        assertThat(said.exit()).isZero();
        ObjectNode json = said.json();
        assertThat(json.path("verdicts").toString())
                .isEqualTo(
                        "{\"archive\":\"ok\",\"eligibility\":\"not checked\","
                                + "\"closing\":\"not checked\",\"rules\":\"not checked\"}");
        assertThat(json.path("counted").asInt()).isEqualTo(3);
        assertThat(json.path("result").get(0).path("answers").toString())
                .isEqualTo(
                        "[{\"answer\":\"blank\",\"blank\":true,\"count\":3},"
                            + "{\"answer\":\"Yes\",\"count\":2},{\"answer\":\"No\",\"count\":0}]");
        assertThat(line.run("ballot", "verify", ARCHIVE.toString()).out())
                .contains("archive: ok", "eligibility: not checked", "  2  Yes");
    }

    private Said withAnnex(Path archive, Path annex) {
        return line.json("ballot", "verify", archive.toString(), "--annex", annex.toString());
    }

    @Test
    void withItsAnnexEligibilityClosingAndRulesAreCheckedAndLateBallotsDisputeIt() {
        Said said = withAnnex(OURS, ANNEX);
        assertThat(said.exit()).isZero();
        assertThat(said.json().path("verdicts").toString())
                .isEqualTo(
                        "{\"archive\":\"ok\",\"eligibility\":\"ok\",\"closing\":\"ok\","
                                + "\"convenor\":\"ok\",\"rules\":\"DISPUTED\"}");
        assertThat(said.json().path("late").asInt()).isEqualTo(2);
        assertThat(said.json().path("election").path("name").asText()).startsWith("REHEARSAL: ");
    }

    @Test
    void anAnnexOfAnotherElectionOrWithoutSealsFails() throws Exception {
        Said other = withAnnex(ARCHIVE, ANNEX);
        assertThat(other.exit()).isOne();
        assertThat(other.json().path("verdicts").path("archive").asText()).isEqualTo("ok");
        assertThat(other.json().path("verdicts").path("eligibility").asText()).isEqualTo("failed");
        Path broken = temp.resolve("annex.json");
        String text = Files.readString(ANNEX);
        Files.writeString(broken, text.substring(0, text.indexOf("\"seals\":[")) + "\"seals\":[]}");
        Said unsealed = withAnnex(OURS, broken);
        assertThat(unsealed.exit()).isOne();
        assertThat(unsealed.json().path("verdicts").path("closing").asText()).isEqualTo("failed");
        assertThat(unsealed.json().path("closingFlaw").asText()).startsWith("seals: ");
        Files.writeString(broken, "{}");
        assertThat(withAnnex(OURS, broken).json().path("reason").asText()).isEqualTo("missing");
    }

    @Test
    void whetherTheConvenorSignedIsSaidApart() throws Exception {
        Path changed = temp.resolve("annex.json");
        String text = Files.readString(ANNEX);
        Files.writeString(changed, text.replaceFirst("\"convenor\":\"[0-9a-f]{128}\",", ""));
        Said unsigned = withAnnex(OURS, changed);
        assertThat(unsigned.exit()).isZero();
        assertThat(unsigned.json().path("verdicts").path("convenor").asText())
                .isEqualTo("unsigned");
        String wrong = "\"convenor\":\"" + "0".repeat(128) + "\",";
        Files.writeString(changed, text.replaceFirst("\"convenor\":\"[0-9a-f]{128}\",", wrong));
        Said wronglySigned = withAnnex(OURS, changed);
        assertThat(wronglySigned.exit()).isOne();
        assertThat(wronglySigned.json().path("verdicts").path("convenor").asText())
                .isEqualTo("failed");
        assertThat(wronglySigned.json().path("verdicts").path("closing").asText()).isEqualTo("ok");
    }

    @Test
    void anUnfinishedArchiveIsIncompleteAndFails() throws Exception {
        byte[] whole = Files.readAllBytes(ARCHIVE);
        // The last two records are the result and its event: two blocks each.
        Said said = verify(Arrays.copyOf(whole, whole.length - 4 * 512));
        assertThat(said.exit()).isOne();
        assertThat(said.json().path("verdicts").path("archive").asText()).isEqualTo("incomplete");
        assertThat(said.json().path("missing").asText()).isEqualTo("Result");
    }

    @Test
    void aChangedArchiveIsRejectedWithThePlace() throws Exception {
        byte[] changed = Files.readAllBytes(ARCHIVE);
        changed[20_000] ^= 1;
        Said said = verify(changed);
        assertThat(said.exit()).isOne();
        assertThat(said.json().path("verdicts").path("archive").asText()).isEqualTo("rejected");
        assertThat(said.json().path("place").asText()).startsWith("records[");
        assertThat(line.run("ballot", "verify", temp.resolve("copy.bel").toString()).err())
                .contains("REJECTED: records[");
    }

    @Test
    void aFileThatIsNotThereIsAClearError() {
        Said said = line.run("ballot", "verify", temp.resolve("missing.bel").toString());
        assertThat(said.exit()).isOne();
        assertThat(said.err()).contains("The file cannot be read");
    }
}
