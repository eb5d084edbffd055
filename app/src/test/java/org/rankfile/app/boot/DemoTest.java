// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.demo.Demo;
import org.rankfile.app.demo.Script;
import org.rankfile.app.home.Homes;
import org.rankfile.crypto.vault.VaultCost;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The demo as it is run for people, with a small list: every peer a process of its own. One seed;
/// twenty with the profile `demo20`.
@Timeout(1800)
class DemoTest {
    private static final int SEEDS = Integer.getInteger("rankfile.demo.seeds", 1);
    private static final int MEMBERS = 40;

    @TempDir Path temp;

    @Test
    void everythingHoldsForEverySeed() throws Exception {
        Machine machine = Machine.real();
        Homes homes = new DiskHomes(machine, VaultCost.USUAL);
        try (ExecutorService io = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                Path keep = temp.resolve("seed" + seed);
                List<String> steps = new ArrayList<>();
                ObjectNode result =
                        Demo.run(
                                new Script(seed, MEMBERS, keep),
                                Stagehand.machinery(machine, homes, io),
                                steps::add);
                assertThat(steps).as("seed %d", seed).isNotEmpty().noneMatch(s -> s.contains("✗"));
                check(result);
                assertThat(Files.isDirectory(keep)).isTrue();
            }
        }
    }

    private static void check(ObjectNode result) {
        assertThat(result.path("converged").asBoolean()).isTrue();
        assertThat(result.path("members").asInt()).isEqualTo(MEMBERS);
        assertThat(result.path("grievances").asInt()).isEqualTo(3);
        assertThat(result.path("conflictsKept").asInt()).isEqualTo(3);
        assertThat(result.path("acknowledged").asInt()).isPositive();
        assertThat(result.path("lostAfterKill").asInt()).isZero();
        assertThat(result.path("plaintextHits").asInt()).isZero();
        assertThat(result.path("outsider").path("wrongKey").asInt()).isEqualTo(24);
        JsonNode identify = result.path("outsider").path("notMember");
        assertThat(identify).hasSize(1);
        assertThat(identify.get(0).asText()).isEqualTo("/ipfs/id/1.0.0");
        JsonNode vote = result.path("vote");
        assertThat(vote.path("verified").asBoolean()).isTrue();
        assertThat(vote.path("externalTool").asText()).isIn("accepted", "not installed");
        assertThat(vote.path("cast").asInt()).isEqualTo(9);
        assertThat(vote.path("counted").asInt()).isEqualTo(8);
        assertThat(vote.path("late").asInt()).isOne();
        assertThat(vote.path("outcome").asText()).isEqualTo("PASS");
        assertThat(result.path("fingerprints").path("Dan").has("committee")).isFalse();
    }
}
