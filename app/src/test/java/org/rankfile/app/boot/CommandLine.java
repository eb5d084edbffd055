// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.cli.RankfileCommand;
import org.rankfile.app.cli.Surroundings;
import org.rankfile.app.desk.Json;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.vault.VaultCost;
import org.rankfile.testkit.ManualTime;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The whole command line in this process: real homes, a typed terminal, a clock that stands.
final class CommandLine implements AutoCloseable {
    final ManualTime time = ManualTime.atTestMorning();
    final Deque<String> typed = new ArrayDeque<>();
    final List<Path> desktops = new ArrayList<>();
    final CountDownLatch running = new CountDownLatch(1);
    final CountDownLatch enough = new CountDownLatch(1);
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final LazySummaries summaries = new LazySummaries();
    private final Path home;

    CommandLine(Path home) {
        this.home = home;
    }

    /// What a command printed, and its exit code.
    record Said(int exit, String out, String err) {
        ObjectNode json() {
            return Json.read(out.getBytes(UTF_8)).orElseThrow();
        }
    }

    /// Runs a command; the home's passphrase is typed.
    Said run(String... arguments) {
        typed.addLast("correct horse");
        Said said = runAsTyped(arguments);
        typed.clear();
        return said;
    }

    Said runAsTyped(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Machine machine =
                new Machine(
                        new SecureRandom(),
                        time,
                        ZoneOffset.UTC,
                        home,
                        (_, _) -> {
                            // Nobody is dialled again in these tests.
                        });
        Surroundings with =
                new Surroundings(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        new DiskHomes(machine, VaultCost.LEAST),
                        summaries,
                        io,
                        _ -> Optional.ofNullable(typed.pollFirst()).map(CommandLine::secret),
                        _ -> stay(),
                        new Surroundings.Programs(
                                (_, _) -> Json.object(),
                                (_, _) -> 0,
                                dir -> {
                                    desktops.add(dir);
                                    return 0;
                                }));
        int exit = RankfileCommand.run(arguments, with);
        return new Said(exit, out.toString(), err.toString());
    }

    private void stay() {
        running.countDown();
        try {
            enough.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Said json(String... arguments) {
        String[] more = Arrays.copyOf(arguments, arguments.length + 1);
        more[arguments.length] = "--json";
        return run(more);
    }

    private static Secret secret(String text) {
        return Secret.copyOf(text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        enough.countDown();
        summaries.close();
        io.close();
    }
}
