// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Seeded parts for meshes in tests. Randomness is seeded, so keys are the same in every run.
public final class Node {
    public static final String ECHO = "/test/echo/1.0.0";
    public static final Multiaddr LOOPBACK = Multiaddr.of("/ip4/127.0.0.1/tcp/0");
    public static final Gate EVERYONE = _ -> Gate.Access.MEMBER;

    private Node() {}

    public static NetworkKey networkKey(long seed) {
        return new NetworkKey(Secret.random(32, new Random(seed)));
    }

    public static SigningKey key(long seed) {
        return SigningKey.generate(new Random(seed));
    }

    public static PeerId id(long seed) {
        return PeerId.of(key(seed).verifyKey());
    }

    /// A node of the private network of the given key, or of none.
    public static MeshConfig config(long seed, @Nullable NetworkKey network) {
        return config(seed, network, Limits.defaults());
    }

    public static MeshConfig config(long seed, @Nullable NetworkKey network, Limits limits) {
        return new MeshConfig(
                key(seed),
                network == null ? List.of() : List.of(network),
                network,
                limits,
                new Random(seed),
                "test/" + seed);
    }

    public static Mesh open(long seed, @Nullable NetworkKey network) {
        return Meshes.open(config(seed, network), EVERYONE);
    }

    /// Sends back what comes, until the far end has finished.
    public static void echo(Stream stream) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        int n = stream.read(chunk, 0, chunk.length);
        while (n >= 0) {
            stream.write(chunk, 0, n);
            n = stream.read(chunk, 0, chunk.length);
        }
        stream.closeWrite();
    }

    /// What a mesh tells of its peers, in order, to be awaited.
    public static final class Events implements PeerObserver {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

        @Override
        public void connected(Peer peer) {
            events.add("connected " + peer.id());
        }

        @Override
        public void disconnected(Peer peer, String reason) {
            events.add("disconnected " + peer.id() + " " + reason);
        }

        @Override
        public void identified(Peer peer) {
            events.add("identified " + peer.id());
        }

        /// Waits until an event has come that starts like this, and returns it.
        public String await(String start) throws InterruptedException {
            while (true) {
                String next = events.poll(20, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("never told: " + start);
                }
                if (next.startsWith(start)) {
                    return next;
                }
            }
        }
    }
}
