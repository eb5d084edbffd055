// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.rankfile.net.Gate;
import org.rankfile.net.NetException;
import org.rankfile.net.NetException.Reason;
import org.rankfile.net.Stream;
import org.rankfile.net.identify.Identify;
import org.rankfile.net.wire.Malformed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// What every mesh serves by itself: identify, identify/push and ping. All of it blocks and runs on
/// virtual threads.
final class Services {
    static final String PING = "/ipfs/ping/1.0.0";

    private static final int PING_BYTES = 32;

    private final NettyMesh mesh;

    Services(NettyMesh mesh) {
        this.mesh = mesh;
    }

    void serve(Protocols protocols) {
        protocols.serve(Identify.PROTOCOL, Gate.Access.STRANGER, this::tell);
        protocols.serve(Identify.PUSH, Gate.Access.MEMBER, this::learn);
        protocols.serve(PING, Gate.Access.MEMBER, Services::echo);
    }

    /// Asks a peer about itself; it need not answer.
    void ask(NettyPeer peer) {
        try (Stream stream = peer.open(Identify.PROTOCOL)) {
            learn(stream);
        } catch (IOException e) {
            mesh.counters.count("identify.failed");
        }
    }

    /// Tells a peer that serves it what has changed about us.
    void push(NettyPeer peer) {
        try (Stream stream = peer.open(Identify.PUSH)) {
            tell(stream);
        } catch (IOException e) {
            mesh.counters.count("identify.failed");
        }
    }

    private void tell(Stream stream) throws IOException {
        NettyPeer peer = (NettyPeer) stream.peer();
        stream.write(Identify.write(mesh.about(peer), Optional.of(peer.address())));
        stream.closeWrite();
    }

    private void learn(Stream stream) throws IOException {
        NettyPeer peer = (NettyPeer) stream.peer();
        stream.readTimeout(mesh.limits().times().negotiation());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[2048];
        int n = stream.read(chunk, 0, chunk.length);
        while (n >= 0) {
            all.write(chunk, 0, n);
            if (all.size() > Identify.MAX_BYTES) {
                throw new NetException(Reason.MALFORMED);
            }
            n = stream.read(chunk, 0, chunk.length);
        }
        try {
            peer.identified(all.toByteArray());
        } catch (Malformed e) {
            throw new NetException(Reason.MALFORMED, e);
        }
    }

    private static void echo(Stream stream) throws IOException {
        byte[] first = new byte[1];
        while (stream.read(first, 0, 1) == 1) {
            byte[] rest = stream.readExactly(PING_BYTES - 1);
            byte[] all = new byte[PING_BYTES];
            all[0] = first[0];
            System.arraycopy(rest, 0, all, 1, rest.length);
            stream.write(all);
        }
    }

    Duration ping(NettyPeer peer) throws NetException {
        try (Stream stream = peer.open(PING)) {
            byte[] sent = new byte[PING_BYTES];
            mesh.random().nextBytes(sent);
            stream.readTimeout(mesh.limits().times().negotiation());
            long start = System.nanoTime();
            stream.write(sent);
            byte[] back = stream.readExactly(PING_BYTES);
            Duration trip = Duration.ofNanos(System.nanoTime() - start);
            if (!Arrays.equals(sent, back)) {
                throw new NetException(Reason.MALFORMED);
            }
            return trip;
        } catch (NetException e) {
            throw e;
        } catch (IOException e) {
            throw new NetException(Reason.IO, e);
        }
    }
}
