// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Asks the process that holds a home. For one thread.
public final class DeskClient implements AutoCloseable {
    private final LineChannel lines;

    private DeskClient(LineChannel lines) {
        this.lines = lines;
    }

    /// Connects to whoever serves the home; empty where nobody does.
    public static Optional<DeskClient> to(Path dir) {
        Path socket = dir.resolve("socket").toAbsolutePath();
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException nobody) {
                channel.close();
                throw nobody;
            }
            return Optional.of(new DeskClient(new LineChannel(channel, Limits.ANSWER_BYTES)));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    /// Asks and waits for the answer.
    ///
    /// @throws IOException if the peer ends meanwhile: whether it was done is not known then
    public Answer ask(Request request) throws IOException {
        lines.write(Json.line(request.json()));
        return lines.read()
                .flatMap(Json::read)
                .flatMap(Wire::read)
                .orElseThrow(() -> new IOException("the peer has ended"));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
