// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.Multiaddr;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Node;
import org.rankfile.net.link.SecureChannel;
import org.rankfile.net.link.Upgrade;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// A dialler on a plain socket that can break every rule. Blocking; for one thread.
final class RawPeer implements AutoCloseable {
    private final Socket socket;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private @Nullable SecureChannel secure;

    RawPeer(Multiaddr to) throws IOException {
        socket = new Socket(to.parts().get(0).value(), Integer.parseInt(to.parts().get(1).value()));
        socket.setSoTimeout(20_000);
    }

    /// Connects and finishes the upgrade properly.
    static RawPeer upgraded(Multiaddr to, List<NetworkKey> keys, long seed) throws IOException {
        RawPeer peer = new RawPeer(to);
        Upgrade upgrade =
                new Upgrade(
                        new Upgrade.Parameters(
                                true, Node.key(seed), keys, _ -> {}, new Random(seed)));
        peer.send(upgrade.output());
        while (upgrade.channel().isEmpty()) {
            upgrade.receive(peer.read());
            peer.send(upgrade.output());
        }
        peer.secure = upgrade.channel().orElseThrow();
        return peer;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        sent.writeBytes(bytes);
    }

    /// Everything that was sent so far.
    byte[] sent() {
        return sent.toByteArray();
    }

    /// Some bytes, at least one; none at the end, however it came.
    byte[] read() throws IOException {
        byte[] chunk = new byte[64 * 1024];
        try {
            int n = socket.getInputStream().read(chunk);
            return Arrays.copyOf(chunk, Math.max(n, 0));
        } catch (SocketException e) {
            return new byte[0];
        }
    }

    /// Everything until the far end has closed.
    byte[] readAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = read();
        while (some.length > 0) {
            all.writeBytes(some);
            some = read();
        }
        return all.toByteArray();
    }

    /// Sends plaintext through the secure channel.
    void seal(byte[] plaintext) throws IOException {
        send(channel().seal(plaintext));
    }

    /// Plaintext of the secure channel, at least one byte; none at the end.
    byte[] open() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() == 0) {
            byte[] wire = read();
            if (wire.length == 0) {
                break;
            }
            channel().receive(wire, all::writeBytes);
        }
        return all.toByteArray();
    }

    private SecureChannel channel() {
        if (secure == null) {
            throw new IllegalStateException("not upgraded");
        }
        return secure;
    }

    /// A yamux frame with as many data bytes as given.
    static byte[] frame(int type, int flags, int stream, int length, byte... data) {
        return ByteBuffer.allocate(12 + data.length)
                .put((byte) 0)
                .put((byte) type)
                .putShort((short) flags)
                .putInt(stream)
                .putInt(length)
                .put(data)
                .array();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
