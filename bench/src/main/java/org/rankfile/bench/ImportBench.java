// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.domain.Command;
import org.rankfile.domain.Outcome;
import org.rankfile.domain.csv.FileRefused;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.domain.roster.MemberFile;
import org.rankfile.domain.roster.MemberTable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// A members' file read, planned, written as one durable commit and shown.
final class ImportBench implements Bench {
    private static final double TARGET_MILLIS = 5_000;
    private static final long SEED = 7;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String measures() {
        return "importing a members' file";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, HomeRefused, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        Path file = workshop.fresh("members");
        Files.writeString(
                file, DemoData.members(new SplittableRandom(SEED), sizes.workers(), List.of()));
        Series series = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            try (OpenHome home = workshop.found()) {
                series.add(measure(home, file, sizes.workers()));
            }
        }
        new Report(name(), sizes.judged(), lines)
                .median("a file of " + sizes.workers() + " workers", series, TARGET_MILLIS);
    }

    private static long measure(OpenHome home, Path file, int workers)
            throws BenchFailed, IOException, InterruptedException {
        long start = System.nanoTime();
        MemberTable table;
        try (InputStream in = Files.newInputStream(file)) {
            table = MemberFile.read(in);
        } catch (FileRefused refused) {
            throw new BenchFailed("The file was refused.", refused);
        }
        Command command = new Command.ImportMembers(table, "members.csv", false);
        Outcome outcome = Workshop.await(home.union().submit(command));
        long took = System.nanoTime() - start;
        int there = home.union().snapshot().workers().size();
        if (!(outcome instanceof Outcome.Imported) || there != workers) {
            throw new BenchFailed("Not everybody was imported.", null);
        }
        return took;
    }
}
