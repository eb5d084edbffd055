// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The home's socket and whoever speaks to it, with the desk locked: what it carries is tested with
/// the commands.
@Timeout(60)
class DeskServerTest {
    @TempDir Path dir;
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private DeskServer server;

    @BeforeEach
    void start() throws Exception {
        server = DeskServer.start(dir, Optional::empty, io);
    }

    @AfterEach
    void close() {
        server.close();
        io.shutdownNow();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(dir.resolve("socket").toAbsolutePath()));
        return channel;
    }

    private String code(String line) throws IOException {
        try (LineChannel lines = new LineChannel(connect(), Limits.ANSWER_BYTES)) {
            lines.write(line);
            return lines.read()
                    .flatMap(Json::read)
                    .map(json -> json.path("refused").path("code").asText())
                    .orElse("closed");
        }
    }

    @Test
    @DisplayName("DESK-1: the socket is its owner's, and goes with the server")
    void theSocketIsItsOwnersAndGoes() throws Exception {
        Path socket = dir.resolve("socket");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        server.close();
        assertThat(socket).doesNotExist();
        assertThat(DeskClient.to(dir)).isEmpty();
    }

    @Test
    void aSocketLeftByAKilledProcessIsReplaced() throws Exception {
        server.close();
        Files.writeString(dir.resolve("socket"), "");
        assertThat(DeskClient.to(dir)).isEmpty();
        server = DeskServer.start(dir, Optional::empty, io);
        assertThat(code("{\"verb\":\"status\",\"arguments\":{}}")).isEqualTo("locked");
    }

    @Test
    @DisplayName("DESK-2: a locked home refuses every request")
    void aLockedHomeRefuses() throws Exception {
        try (DeskClient client = DeskClient.to(dir).orElseThrow()) {
            for (String verb : List.of("status", "members list", "undo")) {
                assertThat(client.ask(Request.of(verb)))
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                refused -> assertThat(refused.code()).isEqualTo("locked"));
            }
        }
    }

    @Test
    @DisplayName("DESK-3: what is no request is refused, what is too long closes")
    void nonsenseIsRefused() throws Exception {
        for (String line :
                List.of(
                        "",
                        "nonsense",
                        "[]",
                        "{}",
                        "{\"verb\":1,\"arguments\":{}}",
                        "{\"verb\":\"a\",\"arguments\":[]}",
                        "{\"verb\":\"a\",\"arguments\":{},\"more\":1}",
                        "{\"verb\":\"a\",\"verb\":\"b\",\"arguments\":{}}",
                        "{\"verb\":\"a\",\"arguments\":{}} {}",
                        "{\"verb\":\"a\",\"arguments\":"
                                + "{\"a\":".repeat(40)
                                + "1"
                                + "}".repeat(41))) {
            assertThat(code(line)).as(line).isEqualTo("bad_request");
        }
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            assertThat(code(new String(bytes, UTF_8).replace("\n", ""))).isEqualTo("bad_request");
        }
        assertThat(tooLong()).isEqualTo("closed");
    }

    /// The far end may close while the line is still being sent.
    private String tooLong() {
        try {
            return code("a".repeat(Limits.REQUEST_BYTES + 1));
        } catch (IOException brokenPipe) {
            return "closed";
        }
    }

    @Test
    void tooManyClientsAreTurnedAwayAndLaterOnesServedAgain() throws Exception {
        List<DeskClient> clients = new ArrayList<>();
        for (int i = 0; i < Limits.CLIENTS; i++) {
            clients.add(DeskClient.to(dir).orElseThrow());
            clients.getLast().ask(Request.of("status"));
        }
        try (DeskClient more = DeskClient.to(dir).orElseThrow()) {
            assertThatThrownBy(() -> more.ask(Request.of("status")))
                    .isInstanceOf(IOException.class);
        }
        for (DeskClient client : clients) {
            client.close();
        }
        String last = "closed";
        while (last.equals("closed")) {
            last = code("{\"verb\":\"status\",\"arguments\":{}}");
        }
        assertThat(last).isEqualTo("locked");
    }

    @Test
    void aPathThatIsTooLongForASocketIsSaid() throws Exception {
        Path deep = Files.createDirectories(dir.resolve("a".repeat(100)));
        assertThatThrownBy(() -> DeskServer.start(deep, Optional::empty, io))
                .isInstanceOfSatisfying(
                        HomeRefused.class,
                        e -> assertThat(e.fault()).isEqualTo(HomeFault.PATH_TOO_LONG));
    }
}
