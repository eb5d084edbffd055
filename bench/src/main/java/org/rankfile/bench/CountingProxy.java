// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/// Stands between two peers on the loopback address and counts what passes, both ways. Any thread.
final class CountingProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final ServerSocket listener;
    private final int target;
    private final AtomicLong bytes = new AtomicLong();

    private CountingProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /// Starts to forward to a port.
    static CountingProxy to(int target) throws IOException {
        ServerSocket listener = new ServerSocket(0, 16, loopback());
        CountingProxy proxy = new CountingProxy(listener, target);
        Thread.ofVirtual().name("proxy").start(proxy::accept);
        return proxy;
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    int port() {
        return listener.getLocalPort();
    }

    /// The bytes that passed since the last time; from zero again.
    long takeBytes() {
        return bytes.getAndSet(0);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                Socket far = new Socket(loopback(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Thread.ofVirtual().name("proxy-out").start(() -> pump(near, far));
                Thread.ofVirtual().name("proxy-in").start(() -> pump(far, near));
            } catch (IOException closed) {
                // The listener was closed, which ends the loop, or the target was not there.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream source = from.getInputStream();
                OutputStream sink = to.getOutputStream()) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                sink.write(buffer, 0, read);
                bytes.addAndGet(read);
            }
        } catch (IOException brokenConnection) {
            // Leaving closes both ends, which the other direction notices.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
