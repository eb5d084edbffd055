// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.ballot.BallotCheck;
import org.rankfile.ballot.verify.ArchiveVerifier;
import org.rankfile.ballot.verify.Known;
import org.rankfile.ballot.verify.KnownInMemory;
import org.rankfile.ballot.verify.Verdict;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Ballots made, and an archive of them verified, beside Belenios' own tool on the same archive.
final class BallotsBench implements Bench {
    private static final int THREADS = 2;
    private static final int MADE = 50;
    private static final double MADE_ALONE_MILLIS = 20;
    private static final double MADE_TOGETHER_MILLIS = 15;
    private static final double KNOWN_MILLIS = 1_000;
    private static final double TIMES_AS_FAST = 1.8;

    @Override
    public String name() {
        return "ballots";
    }

    @Override
    public String measures() {
        return "making and verifying ballots";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        Report report = new Report(name(), sizes.judged(), lines);
        InventedElection election = new InventedElection();
        Path folder = Files.createDirectory(workshop.fresh("election"));
        election.write(archive(folder), sizes.ballots());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            verify(threads, folder, sizes, report);
            make(threads, election, sizes, report);
        }
    }

    private static Path archive(Path folder) {
        return folder.resolve(InventedElection.UUID + ".bel");
    }

    private static void verify(ExecutorService threads, Path folder, Sizes sizes, Report report)
            throws BenchFailed, IOException, InterruptedException {
        Path file = archive(folder);
        Optional<BeleniosTool> tool = BeleniosTool.installed();
        Series ours = new Series(sizes.runs());
        Series theirs = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            ours.add(verify(threads, file, Known.NOTHING));
            if (tool.isPresent()) {
                theirs.add(tool.get().verify(folder));
            }
        }
        String what = sizes.ballots() + " ballots verified on two threads";
        report.plain(what + ", first run", ours.warmUpMillis(), "ms");
        report.plain(what, ours.medianMillis(), "ms");
        if (tool.isPresent()) {
            report.plain("the same by belenios-tool", theirs.medianMillis(), "ms");
            double times = theirs.medianMillis() / ours.medianMillis();
            report.atLeast("belenios-tool takes", times, "times as long", TIMES_AS_FAST);
        } else {
            report.plain("belenios-tool is not installed: not compared", 0, "");
        }

        KnownInMemory known = new KnownInMemory();
        verify(threads, file, known);
        Series again = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            again.add(verify(threads, file, known));
        }
        report.median("the same again, every ballot known", again, KNOWN_MILLIS);
    }

    private static long verify(ExecutorService threads, Path file, Known known)
            throws BenchFailed, IOException {
        long start = System.nanoTime();
        Verdict verdict =
                new ArchiveVerifier(threads, known, (ballots, all) -> true)
                        .verify(() -> new BufferedInputStream(Files.newInputStream(file)));
        if (!(verdict instanceof Verdict.Holds)) {
            throw new BenchFailed("The archive was refused.", null);
        }
        return System.nanoTime() - start;
    }

    private static void make(
            ExecutorService threads, InventedElection election, Sizes sizes, Report report)
            throws BenchFailed, InterruptedException {
        BallotCheck check = election.check();
        int count = Math.min(MADE, sizes.ballots());
        Series alone = new Series(sizes.runs());
        Series together = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            alone.add(make(threads, election, check, 1, count));
            together.add(make(threads, election, check, THREADS, count));
        }
        report.atMost(
                "a ballot made and checked, one thread",
                alone.medianMillis() / count,
                "ms",
                MADE_ALONE_MILLIS);
        report.atMost(
                "each of those that two threads make",
                together.medianMillis() / count,
                "ms",
                MADE_TOGETHER_MILLIS);
    }

    private static long make(
            ExecutorService threads, InventedElection election, BallotCheck check, int by, int all)
            throws BenchFailed, InterruptedException {
        long start = System.nanoTime();
        List<Future<Boolean>> made = new ArrayList<>();
        for (int i = 0; i < by; i++) {
            SplittableRandom random = new SplittableRandom(i);
            made.add(threads.submit(() -> vote(election, check, random, all / by)));
        }
        for (Future<Boolean> each : made) {
            if (!Workshop.await(each)) {
                throw new BenchFailed("A ballot was not valid.", null);
            }
        }
        return System.nanoTime() - start;
    }

    private static boolean vote(
            InventedElection election, BallotCheck check, SplittableRandom random, int count) {
        boolean valid = true;
        for (int i = 0; i < count; i++) {
            valid &= election.vote(check, random);
        }
        return valid;
    }
}
