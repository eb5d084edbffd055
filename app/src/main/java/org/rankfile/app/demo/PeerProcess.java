// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.DeskClient;
import org.rankfile.app.desk.Request;
import org.rankfile.crypto.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One person's laptop: a folder with a home, a passphrase and temporary files of its own, and the
/// process that runs on it. For one thread; [#ask] for any.
final class PeerProcess {
    /// A peer that lost its demo ends by itself after this time.
    private static final int LIFE_SECONDS = 600;

    private static final int PASSPHRASE_BYTES = 16;
    private static final String ANY_PORT = "/ip4/127.0.0.1/tcp/0";

    private final String name;
    private final Path folder;
    private final Machinery machinery;
    private final Children children;
    private final Patience patience;
    private @Nullable Process process;

    private PeerProcess(String name, Path folder, Machinery machinery, Children children) {
        this.name = name;
        this.folder = folder;
        this.machinery = machinery;
        this.children = children;
        patience = new Patience(machinery);
    }

    /// A laptop with nothing on it yet.
    static PeerProcess fresh(String name, Path demo, Machinery machinery, Children children)
            throws IOException {
        Path folder = demo.resolve(name.toLowerCase(java.util.Locale.ROOT));
        PeerProcess peer = new PeerProcess(name, folder, machinery, children);
        Files.createDirectories(peer.temp());
        try (Secret passphrase = Secret.random(PASSPHRASE_BYTES, machinery.random())) {
            Files.writeString(
                    peer.passphraseFile(), HexFormat.of().formatHex(passphrase.expose()) + "\n");
        }
        return peer;
    }

    /// Whose it is.
    String name() {
        return name;
    }

    Path home() {
        return folder.resolve("home");
    }

    /// Everything that the processes on this laptop may have written: home, temporary files,
    /// output.
    List<Path> written() {
        return List.of(home(), temp(), output());
    }

    private Path temp() {
        return folder.resolve("temp");
    }

    private Path output() {
        return folder.resolve("output");
    }

    private Path passphraseFile() {
        return folder.resolve("passphrase");
    }

    /// The passphrase; the caller closes it.
    Secret passphrase() throws IOException {
        String text = Files.readString(passphraseFile()).strip();
        return Secret.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Runs one command on this laptop to its end.
    void command(String... arguments) throws DemoFailed {
        Process running = start(arguments);
        try {
            DemoFailed.unless(
                    running.waitFor(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS),
                    name + "'s '" + arguments[0] + "' does not end");
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        }
        DemoFailed.unless(
                running.exitValue() == 0,
                name + "'s '" + arguments[0] + "' was refused: " + lastLine());
    }

    /// Starts the peer and waits until it can be dialled.
    ///
    /// @param dial whom to dial, besides those who were reached before
    /// @return where it listens, with its peer id
    String run(List<String> dial) throws DemoFailed {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--json", "--for", String.valueOf(LIFE_SECONDS)));
        arguments.addAll(List.of("--listen", ANY_PORT));
        dial.forEach(address -> arguments.addAll(List.of("--dial", address)));
        Process running = start(arguments.toArray(String[]::new));
        process = running;
        return patience.until(
                name + " to run",
                () -> {
                    DemoFailed.unless(running.isAlive(), name + " ended: " + lastLine());
                    return Optional.ofNullable(status().path("addresses").get(0))
                            .map(JsonNode::asText);
                });
    }

    private Process start(String... arguments) throws DemoFailed {
        List<String> command = new ArrayList<>(machinery.launch().command(temp()));
        command.addAll(List.of("--home", home().toString()));
        command.addAll(List.of("--passphrase-file", passphraseFile().toString()));
        command.addAll(List.of(arguments));
        return children.start(new ProcessBuilder(command), output());
    }

    /// The last line that a command or the peer has printed.
    String lastLine() {
        try {
            return Files.readString(output()).strip().lines().reduce("", (_, last) -> last);
        } catch (IOException unreadable) {
            return "it left no message";
        }
    }

    /// The answer to a request; empty while nobody serves the home.
    private Optional<Answer> answer(Request request) throws DemoFailed {
        return patience.within(
                Patience.LONGEST,
                name + "'s answer to '" + request.verb() + "'",
                () -> {
                    Optional<DeskClient> client = client();
                    if (client.isEmpty()) {
                        return Optional.empty();
                    }
                    try (DeskClient open = client.get()) {
                        return Optional.of(open.ask(request));
                    }
                });
    }

    /// A connection to the peer; empty while nobody serves the home.
    Optional<DeskClient> client() {
        return DeskClient.to(home());
    }

    /// Asks for what must be done.
    ObjectNode ask(Request request) throws DemoFailed {
        return switch (answer(request).orElse(null)) {
            case Answer.Done(ObjectNode json) -> json;
            case Answer.Refused refused ->
                    throw new DemoFailed(
                            name + " refused '" + request.verb() + "': " + refused.line());
            case null -> throw new DemoFailed(name + " has ended: " + lastLine());
        };
    }

    /// Whether a request is refused for the given reason.
    boolean refuses(Request request, String code) throws DemoFailed {
        return answer(request).orElse(null) instanceof Answer.Refused refused
                && refused.code().equals(code);
    }

    /// Where it stands; empty while nobody serves the home.
    ObjectNode status() throws DemoFailed {
        return answer(Request.of("status")).orElse(null) instanceof Answer.Done(ObjectNode json)
                ? json
                : org.rankfile.app.desk.Json.object();
    }

    /// Kills the process where it stands.
    void kill() throws DemoFailed {
        if (process != null) {
            children.kill(process);
            process = null;
        }
    }

    /// Ends the process in good order.
    void stop() throws DemoFailed {
        if (process != null) {
            children.stop(process);
            process = null;
        }
    }
}
