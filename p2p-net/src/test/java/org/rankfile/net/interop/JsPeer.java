// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.interop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// An independent libp2p peer in a Node process (src/test/js/peer.mjs).
final class JsPeer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME =
            Path.of(System.getProperty("rankfile.root", "."), "p2p-net", "src", "test", "js");

    private final Process process;
    private final BufferedWriter commands;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final PeerId id;
    private final Multiaddr address;

    private JsPeer(Process process) throws Exception {
        this.process = process;
        commands = process.outputWriter();
        Thread.ofVirtual().start(this::readAll);
        JsonNode ready = event(e -> e.get("event").asText().equals("ready"));
        id = PeerId.parse(ready.get("peer").asText()).orElseThrow();
        address = Multiaddr.of(ready.get("addresses").get(0).asText());
    }

    /// Why this machine cannot run one, if it cannot. Installs the packages on first use.
    static synchronized Optional<String> missing() throws Exception {
        if (run(Path.of("."), "node", "--version") != 0) {
            return Optional.of("Node is not installed");
        }
        if (run(Path.of("."), "npm", "--version") != 0) {
            return Optional.of("npm is not installed");
        }
        Path installed = HOME.resolve("node_modules/.package-lock.json");
        Path locked = HOME.resolve("package-lock.json");
        boolean fresh =
                Files.exists(installed)
                        && Files.getLastModifiedTime(installed)
                                        .compareTo(Files.getLastModifiedTime(locked))
                                >= 0;
        if (!fresh && run(HOME, "npm", "ci", "--no-audit", "--no-fund") != 0) {
            return Optional.of("npm ci could not install the packages");
        }
        return Optional.empty();
    }

    private static int run(Path in, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .directory(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    /// Starts one that listens on loopback, in a private network or in none.
    static JsPeer start(@Nullable NetworkKey network) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "--import",
                                "./polyfill.mjs",
                                "peer.mjs",
                                "--listen",
                                "/ip4/127.0.0.1/tcp/0"));
        if (network != null) {
            command.add("--psk");
            command.add(HexFormat.of().formatHex(network.secret().expose()));
        }
        return new JsPeer(
                new ProcessBuilder(command)
                        .directory(HOME.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    private void readAll() {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                JsonNode message = JSON.readTree(line);
                if (message.has("id")) {
                    int number = message.get("id").asInt();
                    answers.getOrDefault(number, new CompletableFuture<>()).complete(message);
                } else {
                    events.add(message);
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            answers.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }

    PeerId id() {
        return id;
    }

    Multiaddr address() {
        return address;
    }

    /// Runs a command and waits for its answer.
    JsonNode call(String op, Map<String, Object> arguments) throws Exception {
        int number = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(number, answer);
        Map<String, Object> command = new TreeMap<>(arguments);
        command.put("op", op);
        command.put("id", number);
        synchronized (commands) {
            commands.write(JSON.writeValueAsString(command));
            commands.newLine();
            commands.flush();
        }
        return answer.get(60, TimeUnit.SECONDS);
    }

    JsonNode event(Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            JsonNode next = events.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("the js peer has not told it");
            }
            if (wanted.test(next)) {
                return next;
            }
        }
    }

    @Override
    public void close() throws IOException {
        commands.close();
        process.onExit()
                .completeOnTimeout(process, 5, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }
}
