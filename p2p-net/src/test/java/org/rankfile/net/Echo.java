// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sends seeded bytes to an echo, reads them back at the same time and compares them.
public final class Echo {
    private Echo() {}

    /// How many bytes came back; each of them was the right one.
    public static long roundTrip(Peer peer, int size) throws Exception {
        try (Stream stream = peer.open(Node.ECHO);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing =
                    threads.submit(() -> {
                        write(stream, size);
                        return 0;
                    });
            Random expected = new Random(size);
            byte[] chunk = new byte[64 * 1024];
            byte[] same = new byte[64 * 1024];
            long total = 0;
            int n = read(stream, chunk);
            while (n > 0) {
                expected.nextBytes(same);
                if (!Arrays.equals(chunk, 0, n, same, 0, n)) {
                    throw new AssertionError("other bytes came back after " + total);
                }
                total += n;
                n = read(stream, chunk);
            }
            writing.get();
            return total;
        }
    }

    private static void write(Stream stream, int size) throws IOException {
        Random random = new Random(size);
        byte[] chunk = new byte[64 * 1024];
        for (int left = size; left > 0; left -= chunk.length) {
            random.nextBytes(chunk);
            stream.write(chunk, 0, Math.min(left, chunk.length));
        }
        stream.closeWrite();
    }

    /// Fills the chunk unless the stream ends before.
    private static int read(Stream stream, byte[] chunk) throws IOException {
        int have = 0;
        while (have < chunk.length) {
            int n = stream.read(chunk, have, chunk.length - have);
            if (n < 0) {
                break;
            }
            have += n;
        }
        return have;
    }
}
