// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class NoNetworkTest {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /// Native code would not ask Java's proxy selector, so the process's open sockets count too.
    @Test
    @DisplayName("SUM-10: loading and summarising open no socket")
    void loadingAndSummarisingOpenNoSocket() throws LlmException, IOException {
        var asked = new ArrayList<URI>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new Guard(asked));
        try {
            Set<String> sockets = openSockets();
            var during = new TreeSet<String>();
            try (Summariser summariser = Summariser.load()) {
                during.addAll(openSockets());
                for (GoldGrievance gold : GoldGrievance.all()) {
                    summariser.summarise(
                            gold.text(),
                            new CancelToken(),
                            (done, total) -> during.addAll(openSockets()));
                }
            }
            assertThat(during).isSubsetOf(sockets);
            assertThat(asked).isEmpty();
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    @DisplayName("SUM-10: the same summaries come out where there is no network at all")
    void theSameSummariesComeOutWithoutANetwork() throws Exception {
        assumeTrue(canLeaveTheNetwork(), "needs root and unshare(1)");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintSummaries.class.getName());
        var unplugged = new ArrayList<>(List.of("unshare", "--net"));
        unplugged.addAll(command);
        String with = run(command);
        assertThat(with.lines()).hasSize(6).allMatch(line -> line.contains("QUOTE"));
        assertThat(run(unplugged)).isEqualTo(with);
    }

    private static Set<String> openSockets() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(OPEN_FILES)) {
            return files.map(NoNetworkTest::target)
                    .filter(target -> target.startsWith("socket:"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // The listing's own descriptor is gone by the time it is read.
            return "";
        }
    }

    private static boolean canLeaveTheNetwork() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of("/usr/bin/unshare"))) {
            return false;
        }
        return new ProcessBuilder("unshare", "--net", "true").start().waitFor() == 0;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return out;
    }

    /// Notes every address that Java code asks a way to.
    private static final class Guard extends ProxySelector {
        private final List<URI> asked;

        Guard(List<URI> asked) {
            this.asked = asked;
        }

        @Override
        public List<java.net.Proxy> select(@Nullable URI uri) {
            if (uri != null) {
                asked.add(uri);
            }
            throw new IllegalArgumentException("no network here");
        }

        @Override
        public void connectFailed(
                @Nullable URI uri, @Nullable SocketAddress at, @Nullable IOException e) {
            // Nothing can fail that never starts.
        }
    }
}
