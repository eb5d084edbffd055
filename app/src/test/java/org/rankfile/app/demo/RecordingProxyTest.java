// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

@Timeout(30)
class RecordingProxyTest {
    @TempDir Path folder;

    private final List<ServerSocket> servers = new ArrayList<>();
    private int first;
    private int second;

    @BeforeEach
    void listen() throws IOException {
        first = answering(1);
        second = answering(2);
    }

    @AfterEach
    void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
    }

    /// A server that answers every byte with the sum of it and a number.
    private int answering(int number) throws IOException {
        ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        servers.add(server);
        Thread.ofVirtual()
                .start(() -> {
                    while (!server.isClosed()) {
                        try (Socket client = server.accept()) {
                            int read = client.getInputStream().read();
                            while (read >= 0) {
                                client.getOutputStream().write(read + number);
                                read = client.getInputStream().read();
                            }
                        } catch (IOException closed) {
                            // The test is over, or the cable was cut.
                        }
                    }
                });
        return server.getLocalPort();
    }

    private static Socket connect(RecordingProxy proxy) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    /// The answer to a byte; -1 where the connection is broken.
    private static int ask(Socket socket, int question) {
        try {
            socket.getOutputStream().write(question);
            return socket.getInputStream().read();
        } catch (IOException broken) {
            return -1;
        }
    }

    @Test
    void whatPassesIsRecordedBothWays() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.to(first, folder);
                Socket socket = connect(proxy)) {
            assertThat(ask(socket, 40)).isEqualTo(41);
            String name = "traffic-" + proxy.port() + "-1";
            assertThat(Files.readAllBytes(folder.resolve(name + "-out"))).containsExactly(40);
            assertThat(Files.readAllBytes(folder.resolve(name + "-in"))).containsExactly(41);
        }
    }

    @Test
    void aCutCableBreaksConnectionsAndLetsNoneThroughUntilItIsMended() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.to(first, folder);
                Socket before = connect(proxy)) {
            assertThat(ask(before, 1)).isEqualTo(2);
            proxy.cut();
            assertThat(ask(before, 1)).isEqualTo(-1);
            try (Socket during = connect(proxy)) {
                assertThat(ask(during, 1)).isEqualTo(-1);
            }
            proxy.heal();
            try (Socket after = connect(proxy)) {
                assertThat(ask(after, 1)).isEqualTo(2);
            }
        }
    }

    @Test
    void aPeerThatStartsAgainIsReachedAtItsNewPort() throws IOException {
        try (RecordingProxy proxy = RecordingProxy.to(first, folder)) {
            proxy.retarget(second);
            try (Socket socket = connect(proxy)) {
                assertThat(ask(socket, 1)).isEqualTo(3);
            }
        }
    }
}
