// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.net.Multiaddr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/// A cable between two TCP ends on loopback that can be cut, or go dead without a word.
final class Wire implements AutoCloseable {
    private final ServerSocket server;
    private final int port;
    private final Executor threads;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean dead;

    private Wire(ServerSocket server, int port, Executor threads) {
        this.server = server;
        this.port = port;
        this.threads = threads;
    }

    static Wire to(Multiaddr address, Executor threads) throws IOException {
        int port = Integer.parseInt(address.parts().get(1).value());
        ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Wire wire = new Wire(server, port, threads);
        threads.execute(wire::accept);
        return wire;
    }

    /// The near end, under the far end's peer id.
    Multiaddr address(Multiaddr of) {
        return Multiaddr.of("/ip4/127.0.0.1/tcp/" + server.getLocalPort())
                .withPeer(of.peer().orElseThrow());
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
                sockets.add(near);
                sockets.add(far);
                threads.execute(() -> pump(near, far));
                threads.execute(() -> pump(far, near));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!dead) {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException closed) {
            cut();
        }
    }

    /// From now on nothing arrives any more, and nobody is told.
    void die() {
        dead = true;
    }

    /// Both ends see the connection break.
    void cut() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException gone) {
                // That is what was wanted.
            }
        }
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
