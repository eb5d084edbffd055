// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.domain.record.Ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/// Ops of 500 bytes signed, sealed, made durable and shown.
final class AppendBench implements Bench {
    private static final double TARGET_PER_SECOND = 5_000;
    private static final double NANOS = 1e9;
    private static final int PAGE_BYTES = 4096;
    private static final int SYNCS = 200;

    @Override
    public String name() {
        return "append";
    }

    @Override
    public String measures() {
        return "writing ops of one event";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, HomeRefused, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        Report report = new Report(name(), sizes.judged(), lines);
        Series batches = new Series(sizes.runs());
        Series singles = new Series(sizes.runs());
        List<byte[]> bodies = Workshop.bodies(0, sizes.ops());
        for (int i = 0; i <= sizes.runs(); i++) {
            try (OpenHome home = workshop.found()) {
                long start = System.nanoTime();
                Workshop.write(home, bodies);
                batches.add(System.nanoTime() - start);
            }
            try (OpenHome home = workshop.found()) {
                singles.add(singly(home, bodies));
            }
        }
        String unit = "ops/s";
        double ops = sizes.ops();
        report.plain("1,000 ops a commit, first run", ops / batches.warmUpMillis() * 1e3, unit);
        report.atLeast(
                "1,000 ops a commit", ops / batches.medianMillis() * 1e3, unit, TARGET_PER_SECOND);
        report.plain("a commit for each op, first run", ops / singles.warmUpMillis() * 1e3, unit);
        // No target: a commit each can be no faster than the disk forces pages, told below.
        report.plain("a commit for each op", ops / singles.medianMillis() * 1e3, unit);
        report.plain(
                "this disk alone: a page written and forced, one after the other",
                forced(workshop.fresh("pages")),
                "pages/s");
    }

    private static long singly(OpenHome home, List<byte[]> bodies)
            throws BenchFailed, InterruptedException {
        long start = System.nanoTime();
        int there =
                Workshop.await(
                        home.replica()
                                .onEngine(() -> {
                                    for (byte[] body : bodies) {
                                        home.replica().append(Ledger.CIRCLE, body);
                                    }
                                    return home.union().snapshot().workers().size();
                                }));
        long took = System.nanoTime() - start;
        if (there != bodies.size()) {
            throw new BenchFailed("Not everything was written.", null);
        }
        return took;
    }

    /// How many pages a second the disk makes durable, which bounds the commits.
    private static double forced(Path file) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(PAGE_BYTES);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long start = System.nanoTime();
            for (int i = 0; i < SYNCS; i++) {
                channel.write(page.clear());
                channel.force(false);
            }
            return SYNCS * NANOS / (System.nanoTime() - start);
        }
    }
}
