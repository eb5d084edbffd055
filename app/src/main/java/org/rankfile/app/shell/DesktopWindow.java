// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.feature.settings.SettingsViewModel;
import org.rankfile.app.fx.Session;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Start;

import java.nio.file.Path;

/// The program's one window: start screens while no home is open, the main view while one is.
/// Window's thread.
public final class DesktopWindow {
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Stage stage;
    private final Environment environment;
    private final SettingsViewModel settings;
    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root, WIDTH, HEIGHT);
    private final IdleLock idle;
    private final StartScreens start;
    private Texts texts;
    private @Nullable Opened opened;

    /// An open home in the window.
    private record Opened(
            Session session, MainView view, Environment.Serving.Ending serving, Path dir) {}

    public DesktopWindow(Stage stage, Environment environment) {
        this.stage = stage;
        this.environment = environment;
        settings = new SettingsViewModel(environment.preferences());
        texts = Texts.in(settings.preferences().get().language());
        start = new StartScreens(environment, settings, this::show, this::opened);
        idle =
                new IdleLock(
                        environment.time(),
                        environment.ticker(),
                        () -> settings.preferences().get().lockAfter(),
                        () -> lock(ShellText.LOCKED_IDLE),
                        this::warnOfLock);
    }

    /// Shows the window with its first screen.
    public void open() {
        Theme.loadFonts();
        Theme.apply(scene, settings.preferences().get());
        settings.preferences().subscribe(this::prefer);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::touched);
        scene.addEventFilter(MouseEvent.ANY, this::touched);
        new Accelerators(this).install(scene);
        Thread.currentThread().setUncaughtExceptionHandler(new Bugs(System.err, this::sayBug));
        stage.setTitle("Rank & File");
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        start.first();
        stage.show();
    }

    private void touched(InputEvent event) {
        idle.touched();
    }

    private void show(Parent screen) {
        root.getChildren().setAll(screen);
        if (screen instanceof Start start) {
            start.focusFirst();
        }
    }

    private void prefer(Preferences before, Preferences now) {
        Theme.apply(scene, now);
        if (before.language() == now.language()) {
            return;
        }
        texts = Texts.in(now.language());
        Opened home = opened;
        if (home == null) {
            start.again();
        } else {
            Place place = home.view().place();
            MainView view = view(home.session(), home.dir());
            opened = new Opened(home.session(), view, home.serving(), home.dir());
            show(view.node());
            view.go(place);
        }
    }

    private void opened(OpenHome home) {
        Session session = new Session(home, environment.tasks());
        MainView view = view(session, home.dir());
        Environment.Serving.Ending serving = environment.serving().serve().apply(home);
        environment.serving().locked().accept(false);
        opened = new Opened(session, view, serving, home.dir());
        stage.setTitle(isDemo(home.dir()) ? "DEMO · Rank & File" : "Rank & File");
        show(view.node());
        view.go(Place.GRIEVANCES);
        idle.start();
    }

    private MainView view(Session session, Path dir) {
        return new Screens(environment, settings, texts, session)
                .mainView(isDemo(dir), () -> lock(ShellText.LOCKED_BY_HAND));
    }

    private boolean isDemo(Path dir) {
        return dir.equals(environment.demo().dir());
    }

    /// The main view, while a home is open.
    @Nullable MainView view() {
        return opened == null ? null : opened.view();
    }

    /// Locks: nothing of the home stays on the screen, the keys go.
    void lock(ShellText why) {
        Opened home = opened;
        if (home == null) {
            return;
        }
        environment.serving().locked().accept(!isDemo(home.dir()));
        show(start.locking());
        close(home, () -> start.locked(home.dir(), texts.get(why)));
    }

    private void close(Opened home, Runnable closed) {
        opened = null;
        idle.stop();
        stage.setTitle("Rank & File");
        home.serving().close();
        home.session().close(closed);
    }

    /// Keeps what was typed, closes the home, then the window.
    void quit() {
        Opened home = opened;
        if (home == null) {
            stage.hide();
        } else {
            show(start.locking());
            close(home, stage::hide);
        }
    }

    private void sayBug() {
        MainView view = view();
        if (view != null) {
            view.warn(texts.get(ShellText.BUG));
        }
    }

    private void warnOfLock(long seconds) {
        MainView view = view();
        if (view != null) {
            view.warnOfLock(seconds);
        }
    }
}
