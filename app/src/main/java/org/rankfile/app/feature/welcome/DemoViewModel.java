// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Texts;

import java.util.function.Consumer;

/// The demo, made on demand and thrown away on demand.
public final class DemoViewModel {
    final BooleanProperty exists = new SimpleBooleanProperty();
    final BooleanProperty busy = new SimpleBooleanProperty();
    final StringProperty progress = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");

    private final DemoHome demo;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<OpenHome> opened;

    /// @param opened is given the open demo
    public DemoViewModel(DemoHome demo, Tasks tasks, Texts texts, Consumer<OpenHome> opened) {
        this.demo = demo;
        this.tasks = tasks;
        this.texts = texts;
        this.opened = opened;
        exists.set(demo.exists());
    }

    void open() {
        start(
                exists.get() ? WelcomeText.DEMO_OPENING : WelcomeText.DEMO_MAKING,
                demo::open,
                opened);
    }

    void throwAway() {
        start(
                WelcomeText.DEMO_THROWING,
                () -> {
                    demo.throwAway();
                    return true;
                },
                gone -> exists.set(demo.exists()));
    }

    private <T> void start(WelcomeText saying, Tasks.Work<T, HomeRefused> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        progress.set(texts.get(saying));
        tasks.start(
                HomeRefused.class,
                work,
                new Tasks.Ends<>(
                        result -> {
                            over();
                            done.accept(result);
                        },
                        refused -> {
                            over();
                            error.set(texts.of(refused.fault()));
                            exists.set(demo.exists());
                        }));
    }

    private void over() {
        busy.set(false);
        progress.set("");
    }
}
