// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Answers requests at the socket in a home, for whoever may open files of this user: the directory
/// is 0700 and the socket 0600. Whoever holds the home's lock may serve it.
public final class DeskServer implements AutoCloseable {
    /// The longest path that a socket can have on the systems we know, in bytes.
    private static final int PATH_BYTES = 103;

    private final ServerSocketChannel listener;
    private final Path socket;
    private final Supplier<Optional<Desk>> desk;
    private final Executor io;
    private final Semaphore room = new Semaphore(Limits.CLIENTS);

    private DeskServer(
            ServerSocketChannel listener, Path socket, Supplier<Optional<Desk>> desk, Executor io) {
        this.listener = listener;
        this.socket = socket;
        this.desk = desk;
        this.io = io;
    }

    /// Starts to serve.
    ///
    /// @param dir the home, whose lock this process holds
    /// @param desk empty while the home is locked: then every request is refused
    /// @param io runs each client on a thread of its own
    public static DeskServer start(Path dir, Supplier<Optional<Desk>> desk, Executor io)
            throws HomeRefused {
        Path socket = dir.resolve("socket").toAbsolutePath();
        if (socket.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                > PATH_BYTES) {
            throw new HomeRefused(HomeFault.PATH_TOO_LONG);
        }
        try {
            // Left by a process that was killed: the lock is ours, so nobody listens there.
            Files.deleteIfExists(socket);
            ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            listener.bind(UnixDomainSocketAddress.of(socket));
            restrict(socket);
            DeskServer server = new DeskServer(listener, socket, desk, io);
            io.execute(server::accept);
            return server;
        } catch (IOException | UnsupportedOperationException e) {
            throw new HomeRefused(HomeFault.DISK, e);
        }
    }

    private static void restrict(Path socket) throws IOException {
        if (Files.getFileStore(socket).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                SocketChannel client = listener.accept();
                if (room.tryAcquire()) {
                    io.execute(() -> serve(client));
                } else {
                    client.close();
                }
            } catch (IOException closedOrOneClientLess) {
                // Closing the listener ends the loop.
            }
        }
    }

    private void serve(SocketChannel client) {
        try (LineChannel lines = new LineChannel(client, Limits.REQUEST_BYTES)) {
            Optional<byte[]> line = lines.read();
            while (line.isPresent()) {
                lines.write(Json.line(answer(line.get())));
                line = lines.read();
            }
        } catch (IOException clientGone) {
            // What was asked for is done or not, and durable if done; nobody waits for the answer.
        } finally {
            room.release();
        }
    }

    private ObjectNode answer(byte[] line) {
        Optional<Request> request = Json.read(line).flatMap(Request::read);
        Optional<Desk> open = desk.get();
        Answer answer;
        if (request.isEmpty()) {
            answer = new Answer.Refused("bad_request", "Not a request.");
        } else if (open.isEmpty()) {
            answer = new Answer.Refused("locked", "This home is locked. Unlock it in its window.");
        } else {
            answer = open.get().answer(request.get());
        }
        return Wire.json(answer);
    }

    /// Stops listening and removes the socket. Requests under way are finished.
    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException leftBehind) {
            // The next process that holds the lock removes it.
        }
    }
}
