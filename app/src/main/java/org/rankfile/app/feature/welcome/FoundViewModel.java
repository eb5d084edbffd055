// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.Tasks;
import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.Founding;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Founding a local in a new home.
public final class FoundViewModel {
    final StringProperty localName = new SimpleStringProperty("");
    final StringProperty personName = new SimpleStringProperty("");
    final StringProperty localNameError = new SimpleStringProperty("");
    final StringProperty personNameError = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();
    final NewPassphrase passphrase;

    private final Homes homes;
    private final Path dir;
    private final Tasks tasks;
    private final Texts texts;
    private final Consumer<OpenHome> founded;

    /// @param dir where the home is made
    /// @param founded is given the open home
    public FoundViewModel(
            Homes homes, Path dir, Tasks tasks, Texts texts, Consumer<OpenHome> founded) {
        this.homes = homes;
        this.dir = dir;
        this.tasks = tasks;
        this.texts = texts;
        this.founded = founded;
        passphrase = new NewPassphrase(texts);
        localName.subscribe(() -> localNameError.set(""));
        personName.subscribe(() -> personNameError.set(""));
    }

    /// Founds it, or says next to the fields what is missing.
    void found() {
        String local = localName.get().strip();
        String person = personName.get().strip();
        localNameError.set(Founding.isName(local) ? "" : texts.of(HomeFault.BAD_NAME));
        personNameError.set(Founding.isName(person) ? "" : texts.of(HomeFault.BAD_NAME));
        boolean named = Founding.isName(local) && Founding.isName(person);
        if (!passphrase.check() || !named || busy.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        Founding founding = new Founding(local, person);
        Secret secret = passphrase.secret();
        tasks.start(
                HomeRefused.class,
                () -> {
                    try (secret) {
                        return homes.create(dir, secret, founding);
                    }
                },
                new Tasks.Ends<>(
                        this::done,
                        refused -> {
                            busy.set(false);
                            error.set(texts.of(refused.fault()));
                        }));
    }

    private void done(OpenHome home) {
        busy.set(false);
        passphrase.forget();
        founded.accept(home);
    }
}
