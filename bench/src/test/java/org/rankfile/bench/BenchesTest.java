// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.rankfile.app.cli.BenchSuite.Topic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Whether every measurement runs; how fast is for `rankfile bench`.
class BenchesTest {
    @Test
    void theCommandLineFindsAndRunsEveryMeasurement() throws Exception {
        JsonNode lines = run("bench", "--quick", "--json").path("lines");

        List<String> run = lines.findValuesAsText("bench").stream().distinct().toList();
        assertThat(run).isEqualTo(new Benches().topics().stream().map(Topic::name).toList());
        assertThat(lines)
                .allSatisfy(line -> {
                    assertThat(line.path("value").asDouble()).isNotNegative();
                    assertThat(line.has("met")).isFalse();
                });
    }

    @Test
    void anUnknownMeasurementIsRefusedWithTheNamesThereAre() throws Exception {
        JsonNode error = run("bench", "nothing", "--json").path("error");

        assertThat(error.path("code").asText()).isEqualTo("no_such_bench");
        assertThat(error.path("message").asText()).contains("sync (synchronising two peers)");
    }

    /// In a process of its own, as the launcher starts it: the program ends its process.
    private static JsonNode run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.rankfile.app.boot.Main"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            return new ObjectMapper().readTree(out);
        } finally {
            process.destroyForcibly();
        }
    }
}
