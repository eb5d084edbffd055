// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.ballot.verify.ArchiveVerifier;
import org.rankfile.ballot.verify.Known;
import org.rankfile.ballot.verify.Verdict;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Ten times as many ballots as in [BallotsBench], verified and added up once: how long it takes,
/// and how much memory each of them costs.
final class ManyBallotsBench implements Bench {
    private static final int THREADS = 2;
    private static final int TIMES = 10;
    private static final double SECONDS = 75;
    private static final double BYTES_EACH = 200;

    @Override
    public String name() {
        return "many-ballots";
    }

    @Override
    public String measures() {
        return "verifying ten times as many ballots, and the memory for it";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines) throws BenchFailed, IOException {
        Sizes sizes = workshop.sizes();
        Report report = new Report(name(), sizes.judged(), lines);
        Path few = Files.createDirectory(workshop.fresh("few")).resolve("few.bel");
        Path many = Files.createDirectory(workshop.fresh("many")).resolve("many.bel");
        int count = sizes.ballots() * TIMES;
        new InventedElection().write(few, sizes.ballots());
        new InventedElection().write(many, count);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Measured small = verify(threads, few);
            Measured large = verify(threads, many);
            double seconds = large.nanos() / (double) TimeUnit.SECONDS.toNanos(1);
            report.atMost(count + " ballots verified and added up", seconds, "s", SECONDS);
            report.plain("the archive", Files.size(many) / 1e6, "MB");
            double each = (large.bytes() - small.bytes()) / (double) (count - sizes.ballots());
            report.atMost("memory for each further ballot", Math.max(0, each), "B", BYTES_EACH);
        }
    }

    private record Measured(long nanos, long bytes) {}

    /// @return with what was kept in memory when the last ballot was checked
    private static Measured verify(ExecutorService threads, Path file)
            throws BenchFailed, IOException {
        long before = used();
        long[] kept = new long[1];
        long start = System.nanoTime();
        Verdict verdict =
                new ArchiveVerifier(
                                threads,
                                Known.NOTHING,
                                (ballots, all) -> {
                                    if (ballots == all) {
                                        kept[0] = used() - before;
                                    }
                                    return true;
                                })
                        .verify(() -> new BufferedInputStream(Files.newInputStream(file)));
        long nanos = System.nanoTime() - start;
        if (!(verdict instanceof Verdict.Holds)) {
            throw new BenchFailed("The archive was refused.", null);
        }
        return new Measured(nanos, kept[0]);
    }

    /// What is in use after everything that can be collected was.
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
