// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between two peers on the loopback address, keeps every byte that passes, and can be cut
/// like a cable. Safe from any thread.
final class RecordingProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ServerSocket listener;
    private final Path folder;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private volatile InetSocketAddress target;
    private volatile boolean cut;

    private RecordingProxy(ServerSocket listener, InetSocketAddress target, Path folder) {
        this.listener = listener;
        this.target = target;
        this.folder = folder;
    }

    /// Starts to forward to the port of the loopback address; recordings go to files in the folder.
    static RecordingProxy to(int port, Path folder) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        ServerSocket listener = new ServerSocket(0, 16, loopback);
        RecordingProxy proxy =
                new RecordingProxy(listener, new InetSocketAddress(loopback, port), folder);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    /// The port to dial instead of the target's.
    int port() {
        return listener.getLocalPort();
    }

    /// Forwards new connections to another port: a peer that starts again has one.
    void retarget(int port) {
        target = new InetSocketAddress(target.getAddress(), port);
    }

    /// Breaks all connections and refuses new ones until [#heal].
    void cut() {
        cut = true;
        open.forEach(RecordingProxy::closeQuietly);
    }

    /// Lets connections through again.
    void heal() {
        cut = false;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException alreadyClosed) {
            // Closing is all that was wanted.
        }
        cut();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                if (cut) {
                    near.close();
                } else {
                    connect(near);
                }
            } catch (IOException endOfOneConnection) {
                // The listener was closed, which ends the loop, or one target was not there.
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket();
        open.add(near);
        open.add(far);
        try {
            far.connect(target);
            if (cut) {
                throw new IOException("cut meanwhile");
            }
        } catch (IOException refused) {
            closeQuietly(near);
            closeQuietly(far);
            throw refused;
        }
        long number = connections.incrementAndGet();
        Path out = folder.resolve("traffic-" + port() + "-" + number + "-out");
        Path in = folder.resolve("traffic-" + port() + "-" + number + "-in");
        Thread.ofVirtual().name("proxy-out").start(() -> pump(near, far, out));
        Thread.ofVirtual().name("proxy-in").start(() -> pump(far, near, in));
    }

    private void pump(Socket from, Socket to, Path recording) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream source = from.getInputStream();
                OutputStream sink = to.getOutputStream();
                OutputStream record = Files.newOutputStream(recording)) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                record.write(buffer, 0, read);
                sink.write(buffer, 0, read);
                sink.flush();
            }
        } catch (IOException brokenConnection) {
            // The other pump sees it too; both ends are closed below.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Closing is all that was wanted.
        }
    }
}
