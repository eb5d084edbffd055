// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rankfile.ballot.archive.Forgery;
import org.rankfile.ballot.archive.Forgery.Link;
import org.rankfile.ballot.archive.SmallElection;
import org.rankfile.ballot.verify.Verdict.Holds;
import org.rankfile.testkit.SeededRandom;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Elections of each program, checked by the other. Skipped where belenios-tool is not installed.
class BeleniosToolTest {
    @TempDir private Path folder;

    @BeforeAll
    static void isInstalled() throws Exception {
        assumeTrue(BeleniosTool.isInstalled(), "belenios-tool is not installed");
    }

    private static Verdict verify(byte[] archive) throws Exception {
        return new ArchiveVerifier(Runnable::run, Known.NOTHING, (done, all) -> true)
                .verify(() -> new ByteArrayInputStream(archive));
    }

    @ParameterizedTest
    @DisplayName("BAL-14: belenios-tool accepts the elections that we make")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void beleniosAcceptsOurs(long seed) throws Exception {
        SmallElection election = new SmallElection(seed);
        assertThat(BeleniosTool.accepts(folder, election.uuid(), election.archive())).isTrue();
    }

    @ParameterizedTest
    @DisplayName("BAL-14: we accept the elections that belenios-tool makes")
    @CsvSource({
        "1, mandatory, BELENIOS-2048",
        "2, threshold, BELENIOS-2048",
        "3, mandatory, BELENIOS-2048",
        "4, threshold, BELENIOS-2048",
        "5, mandatory, RFC-3526-2048"
    })
    void weAcceptThoseOfBelenios(long seed, String mode, String group) throws Exception {
        SeededRandom random = new SeededRandom(seed);
        boolean blank = random.nextBoolean();
        int answers = 1 + random.nextInt(3);
        List<String> texts = List.of("\"Sí ✊\"", "\"\\\"No\\\"\"", "\"\\u007f\"");
        Files.writeString(
                folder.resolve("template.json"),
                """
                {"description":"d","name":"n","questions":[{"answers":[%s],%s"min":0,"max":%d,"question":"q"}]}
                """
                        .formatted(
                                String.join(",", texts.subList(0, answers)),
                                blank ? "\"blank\":true," : "",
                                answers));
        Files.writeString(
                folder.resolve("voters.txt"),
                "a@local,,%d\nb@local,,%d\n".formatted(1 + random.nextInt(5), 1));
        StringBuilder casts = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            casts.append(1 + random.nextInt(2)).append(blank ? " [[0" : " [[");
            for (int j = 0; j < answers; j++) {
                casts.append(j > 0 || blank ? "," : "").append(random.nextInt(2));
            }
            casts.append("]]\n");
        }
        Files.writeString(folder.resolve("casts.txt"), casts);
        assertThat(verify(BeleniosTool.make(folder, mode, group))).isInstanceOf(Holds.class);
    }

    @ParameterizedTest
    @DisplayName("BAL-14: what we accept of a manipulated election belenios-tool accepts as well")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void whatWeAcceptBeleniosAccepts(long seed) throws Exception {
        SmallElection election = new SmallElection(seed);
        SeededRandom random = new SeededRandom(seed);
        Forgery forgery = Forgery.of(election.archive());
        List<Link> links = forgery.links();
        int one = random.nextInt(links.size());
        int other = random.nextInt(links.size());
        switch (random.nextInt(4)) {
            case 0 -> links.remove(one);
            case 1 -> links.add(other, links.get(one));
            case 2 -> links.set(one, links.set(other, links.get(one)));
            default -> links.removeLast();
        }
        byte[] archive = forgery.bytes();
        boolean theirs = BeleniosTool.accepts(folder, election.uuid(), archive);
        assertThat(theirs || !(verify(archive) instanceof Holds)).isTrue();
    }
}
