// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.rankfile.net.Echo;
import org.rankfile.net.Gate;
import org.rankfile.net.Mesh;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.Node;
import org.rankfile.net.Peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// What a mesh leaves behind.
@Timeout(60)
class LeakTest {
    private static final NetworkKey NETWORK = Node.networkKey(1);
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /// A whole life: good streams, abandoned ones, a broken peer, open streams at the end.
    private static void live() throws Exception {
        try (Mesh far = Node.open(1, NETWORK);
                Mesh near = Node.open(2, NETWORK)) {
            far.serve(Node.ECHO, Gate.Access.MEMBER, Node::echo);
            Peer peer = near.dial(far.listen(Node.LOOPBACK).getFirst());
            assertThat(Echo.roundTrip(peer, 300_000)).isEqualTo(300_000);
            for (int i = 0; i < 20; i++) {
                org.rankfile.net.Stream left = peer.open(Node.ECHO);
                left.write(new byte[100_000]);
                if (i % 2 == 0) {
                    left.reset();
                }
            }
            try (RawPeer raw = RawPeer.upgraded(far.addresses().getFirst(), List.of(NETWORK), 3)) {
                raw.send(new byte[100_000]);
                raw.readAll();
            }
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("rankfile-net"))
                .count();
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            return all.count();
        }
    }

    @Test
    @DisplayName("NET-43: a closed mesh leaves no thread and no descriptor")
    void aClosedMeshLeavesNoThreadAndNoDescriptor() throws Exception {
        live();
        assertThat(threads()).isZero();
        assumeTrue(Files.isDirectory(DESCRIPTORS), "no /proc: descriptors are not counted");
        long before = descriptors();
        for (int i = 0; i < 5; i++) {
            live();
        }
        assertThat(descriptors()).isLessThanOrEqualTo(before);
        assertThat(threads()).isZero();
    }

    @Test
    void aClosedMeshLeavesNoBuffer() throws Exception {
        Queue<String> leaks = new ConcurrentLinkedQueue<>();
        ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
        ByteBufUtil.setLeakListener((type, records) -> leaks.add(type + records));
        try {
            for (int i = 0; i < 5; i++) {
                live();
            }
            // Leaks are reported when a later buffer is made, after the collector has found them.
            for (int i = 0; i < 5; i++) {
                System.gc();
                for (int made = 0; made < 200; made++) {
                    PooledByteBufAllocator.DEFAULT.directBuffer(16).release();
                }
            }
            assertThat(leaks).isEmpty();
        } finally {
            ByteBufUtil.setLeakListener(null);
            ResourceLeakDetector.setLevel(before);
        }
    }

    @Test
    void closingWakesWhoReadsAndWhoWrites() throws Exception {
        Mesh far = Node.open(1, NETWORK);
        far.serve("/t/1", Gate.Access.MEMBER, stream -> stream.write(new byte[16 << 20]));
        Mesh near = Node.open(2, NETWORK);
        Peer peer = near.dial(far.listen(Node.LOOPBACK).getFirst());
        org.rankfile.net.Stream stream = peer.open("/t/1");
        assertThat(stream.read(new byte[10], 0, 10)).isPositive();
        far.close();
        near.close();
        assertThat(far.counters()).doesNotContainKey("handlers_interrupted");
        assertThat(near.counters()).doesNotContainKey("handlers_interrupted");
    }
}
