// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import javafx.scene.Parent;
import javafx.scene.control.ComboBox;

import org.rankfile.app.feature.settings.SettingsViewModel;
import org.rankfile.app.feature.unlock.UnlockView;
import org.rankfile.app.feature.unlock.UnlockViewModel;
import org.rankfile.app.feature.welcome.DemoHome;
import org.rankfile.app.feature.welcome.DemoViewModel;
import org.rankfile.app.feature.welcome.FoundView;
import org.rankfile.app.feature.welcome.FoundViewModel;
import org.rankfile.app.feature.welcome.JoinView;
import org.rankfile.app.feature.welcome.JoinViewModel;
import org.rankfile.app.feature.welcome.WelcomeView;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The screens before a home is open, and the ways between them. Window's thread.
final class StartScreens {
    private final Environment environment;
    private final SettingsViewModel settings;
    private final Consumer<Parent> show;
    private final Consumer<OpenHome> opened;
    private Runnable current = this::first;

    StartScreens(
            Environment environment,
            SettingsViewModel settings,
            Consumer<Parent> show,
            Consumer<OpenHome> opened) {
        this.environment = environment;
        this.settings = settings;
        this.show = show;
        this.opened = opened;
    }

    private Texts texts() {
        return Texts.in(settings.preferences().get().language());
    }

    private void show(Runnable screen) {
        current = screen;
        screen.run();
    }

    /// The current one again, in another language.
    void again() {
        current.run();
    }

    /// Unlock where there is a home, else the choice.
    void first() {
        if (hasHome()) {
            environment.serving().locked().accept(true);
            locked(environment.home(), "");
        } else {
            welcome();
        }
    }

    private boolean hasHome() {
        return environment.homes().isHome(environment.home());
    }

    /// While a home is being closed.
    Parent locking() {
        return new Start(texts().get(ShellText.LOCKING), "");
    }

    /// A locked home.
    void locked(Path dir, String why) {
        boolean demo = dir.equals(environment.demo().dir());
        if (demo) {
            first();
            return;
        }
        show(() -> {
            Texts texts = texts();
            UnlockViewModel model =
                    new UnlockViewModel(
                            environment.homes(), dir, environment.tasks(), texts, opened);
            UnlockView view = new UnlockView(model, texts, this::welcome);
            show.accept(withLanguage(view.node(why)));
        });
    }

    private void welcome() {
        show(() -> {
            Texts texts = texts();
            Optional<Runnable> back =
                    hasHome()
                            ? Optional.of(() -> locked(environment.home(), ""))
                            : Optional.empty();
            DemoHome demo = environment.demo();
            show.accept(
                    withLanguage(
                            new WelcomeView(
                                            texts,
                                            new WelcomeView.Ways(this::found, this::join, back),
                                            new DemoViewModel(
                                                    demo, environment.tasks(), texts, opened))
                                    .node()));
        });
    }

    private void found() {
        show(() -> {
            Texts texts = texts();
            FoundViewModel model =
                    new FoundViewModel(
                            environment.homes(),
                            environment.home(),
                            environment.tasks(),
                            texts,
                            opened);
            show.accept(new FoundView(model, texts, this::welcome).node());
        });
    }

    private void join() {
        show(() -> {
            Texts texts = texts();
            JoinViewModel model =
                    new JoinViewModel(
                            environment.homes(),
                            environment.home(),
                            environment.tasks(),
                            texts,
                            opened);
            show.accept(
                    new JoinView(
                                    model,
                                    texts,
                                    this::welcome,
                                    () -> environment.files().open("", "txt"))
                            .node());
        });
    }

    private Parent withLanguage(Parent screen) {
        if (screen instanceof Start start) {
            ComboBox<Language> language = Choice.of(List.of(Language.values()), Language::ownName);
            language.setAccessibleText("Language / Idioma");
            language.valueProperty().bindBidirectional(settings.language());
            start.corner(language);
        }
        return screen;
    }
}
