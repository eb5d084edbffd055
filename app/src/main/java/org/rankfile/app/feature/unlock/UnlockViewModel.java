// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.unlock;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.TypedSecret;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Secret;

import java.nio.file.Path;
import java.util.function.Consumer;

/// A locked home and the passphrase that opens it.
public final class UnlockViewModel {
    final StringProperty passphrase = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();

    private final Homes homes;
    private final Path dir;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<OpenHome> opened;

    /// @param dir the home
    /// @param opened is given the open home
    public UnlockViewModel(
            Homes homes, Path dir, Tasks tasks, Texts texts, Consumer<OpenHome> opened) {
        this.homes = homes;
        this.dir = dir;
        this.tasks = tasks;
        this.texts = texts;
        this.opened = opened;
    }

    /// Tries what was typed.
    void open() {
        if (busy.get()) {
            return;
        }
        if (passphrase.get().isEmpty()) {
            error.set(texts.get(UnlockText.PASSPHRASE_MISSING));
            return;
        }
        busy.set(true);
        error.set("");
        Secret secret = TypedSecret.of(passphrase.get());
        tasks.start(
                HomeRefused.class,
                () -> {
                    try (secret) {
                        return homes.open(dir, secret);
                    }
                },
                new Tasks.Ends<>(
                        this::done,
                        refused -> {
                            busy.set(false);
                            passphrase.set("");
                            error.set(texts.of(refused.fault()));
                        }));
    }

    private void done(OpenHome home) {
        busy.set(false);
        passphrase.set("");
        opened.accept(home);
    }
}
