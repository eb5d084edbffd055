// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.rankfile.app.feature.ballots.LivePolls;
import org.rankfile.app.feature.welcome.DemoHome;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Ticker;
import org.rankfile.app.home.Homes;
import org.rankfile.app.shell.DesktopWindow;
import org.rankfile.app.shell.Environment;
import org.rankfile.app.shell.StageFiles;
import org.rankfile.crypto.vault.VaultCost;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// The desktop, put together. Nothing that it does not need at first is loaded before its window is
/// shown: no database, no network, no model.
final class Desktop {
    private final Machine machine;
    private final Path home;
    private final Environment.Serving serving;
    private final LazySummaries summaries;

    private Desktop(
            Machine machine, Path home, Environment.Serving serving, LazySummaries summaries) {
        this.machine = machine;
        this.home = home;
        this.serving = serving;
        this.summaries = summaries;
    }

    /// Opens the window and waits until it is closed.
    ///
    /// @param home the home to open or to make
    /// @param serving what else uses the home while it is open
    /// @return the exit code: 1 where there is no display
    static int open(
            Path home, Environment.Serving serving, LazySummaries summaries, PrintWriter err) {
        Desktop desktop = new Desktop(Machine.real(), home, serving, summaries);
        CountDownLatch closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> desktop.show(closed));
            closed.await();
            Platform.exit();
            return 0;
        } catch (UnsupportedOperationException | IllegalStateException none) {
            err.println("rankfile: there is no display for the desktop. Try: rankfile --help");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void show(CountDownLatch closed) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed.countDown());
        new DesktopWindow(stage, environment(stage)).open();
    }

    private Environment environment(Stage stage) {
        Homes homes = new DiskHomes(machine, VaultCost.USUAL);
        DiskPreferences preferences =
                new DiskPreferences(
                        machine.usualHome().resolveSibling("desktop.properties"),
                        Locale.getDefault());
        Tasks tasks = new Tasks(background(), Platform::runLater, Desktop::bug);
        return new Environment(
                homes,
                home,
                new DemoHome(homes, home.resolveSibling("demo"), machine.random()),
                tasks,
                ticker(),
                machine.time(),
                preferences,
                () -> LocalAddresses.at(preferences.port(machine.random())),
                summaries,
                LivePolls::new,
                new StageFiles(stage),
                serving);
    }

    static Executor background() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    static Ticker ticker() {
        return (period, task) -> {
            KeyFrame frame =
                    new KeyFrame(Duration.millis((double) period.toMillis()), e -> task.run());
            Timeline timeline = new Timeline(frame);
            timeline.setCycleCount(Animation.INDEFINITE);
            timeline.play();
            return timeline::stop;
        };
    }

    /// Hands a bug to the window thread's handler.
    private static void bug(Throwable thrown) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
    }
}
