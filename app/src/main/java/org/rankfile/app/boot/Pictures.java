// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import javafx.application.Platform;

import org.rankfile.app.feature.welcome.DemoHome;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.pictures.PictureBook;
import org.rankfile.app.pictures.StagedPolls;
import org.rankfile.app.shell.Environment;
import org.rankfile.app.shell.StageFiles;
import org.rankfile.crypto.vault.VaultCost;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Makes pictures of the desktop's screens without a display, over homes of invented data that are
/// deleted afterwards.
final class Pictures {
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final long SEED = 12;

    private Pictures() {}

    /// Makes all pictures.
    ///
    /// @return the exit code
    static int make(Path out, PrintWriter progress) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        Platform.setImplicitExit(false);
        try (LazySummaries summaries = new LazySummaries()) {
            started.await();
            PictureBook book = new PictureBook(out, progress::println);
            for (PictureBook.Edition edition : PictureBook.editions()) {
                Path scratch = Files.createTempDirectory("rankfile-pictures");
                try {
                    book.make(edition, given -> environment(scratch, given, summaries));
                } finally {
                    delete(scratch);
                }
            }
            return 0;
        } catch (IOException refused) {
            progress.println("rankfile: the pictures cannot be written there.");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } finally {
            Platform.exit();
        }
    }

    private static Environment environment(
            Path scratch, PictureBook.Given given, LazySummaries summaries) {
        Machine real = Machine.real();
        Machine machine =
                new Machine(
                        real.random(),
                        InstantSource.fixed(MORNING),
                        ZoneOffset.UTC,
                        scratch.resolve("home"),
                        real.pacer());
        DiskHomes homes = new DiskHomes(machine, VaultCost.LEAST);
        return new Environment(
                homes,
                machine.usualHome(),
                new DemoHome(homes, scratch.resolve("demo"), new SplittableRandom(SEED)),
                new Tasks(Desktop.background(), Platform::runLater, Pictures::bug),
                (period, task) -> () -> {},
                machine.time(),
                given.preferences(),
                () -> List.of("/ip4/127.0.0.1/tcp/0"),
                summaries,
                _ -> new StagedPolls(machine.time().instant()),
                new StageFiles(given.stage()),
                Environment.Serving.nothing());
    }

    private static void bug(Throwable thrown) {
        throw new IllegalStateException(thrown);
    }

    private static void delete(Path scratch) throws IOException {
        try (Stream<Path> all = Files.walk(scratch)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (UncheckedIOException busy) {
            throw busy.getCause();
        }
    }
}
