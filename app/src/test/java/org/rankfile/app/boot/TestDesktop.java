// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import javafx.application.Platform;

import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.feature.settings.PreferencesFile;
import org.rankfile.app.feature.welcome.DemoHome;
import org.rankfile.app.fx.FileChoice;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.Homes;
import org.rankfile.app.pictures.StagedPolls;
import org.rankfile.app.shell.Environment;
import org.rankfile.app.text.Language;
import org.rankfile.crypto.vault.VaultCost;
import org.rankfile.testkit.ManualTime;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// A desktop's environment for tests: real homes with the cheapest vault in a temporary directory,
/// a clock and a ticker moved by hand, files that are chosen in advance.
public final class TestDesktop implements PreferencesFile, FileChoice {
    public final ManualTime time = ManualTime.atTestMorning();
    public final List<Runnable> ticks = new ArrayList<>();
    public final List<Boolean> locked = new ArrayList<>();
    public Preferences preferences = new Preferences(Language.EN, Preferences.Look.LIGHT, 100, 5);
    public Optional<Path> nextFile = Optional.empty();

    private final Path dir;
    private final Machine machine;

    public TestDesktop(Path dir) {
        this.dir = dir;
        Machine real = Machine.real();
        machine =
                new Machine(real.random(), time, ZoneOffset.UTC, dir.resolve("home"), real.pacer());
    }

    /// Homes with a vault that costs next to nothing.
    public Homes homes() {
        return new DiskHomes(machine, VaultCost.LEAST);
    }

    /// The environment, with real threads.
    public Environment environment() {
        Executor background = Executors.newVirtualThreadPerTaskExecutor();
        return environment(new Tasks(background, Platform::runLater, TestDesktop::bug));
    }

    private Environment environment(Tasks tasks) {
        Homes homes = homes();
        return new Environment(
                homes,
                dir.resolve("home"),
                new DemoHome(homes, dir.resolve("demo"), new SplittableRandom(12)),
                tasks,
                (period, task) -> {
                    ticks.add(task);
                    return () -> ticks.remove(task);
                },
                time,
                this,
                () -> List.of("/ip4/127.0.0.1/tcp/0"),
                new LazySummaries(),
                _ -> new StagedPolls(time.instant()),
                this,
                new Environment.Serving(home -> () -> {}, locked::add));
    }

    private static void bug(Throwable thrown) {
        throw new IllegalStateException(thrown);
    }

    @Override
    public Preferences read() {
        return preferences;
    }

    @Override
    public boolean write(Preferences now) {
        preferences = now;
        return true;
    }

    @Override
    public Optional<Path> open(String title, String ending) {
        return nextFile;
    }

    @Override
    public Optional<Path> save(String title, String name) {
        return nextFile;
    }
}
