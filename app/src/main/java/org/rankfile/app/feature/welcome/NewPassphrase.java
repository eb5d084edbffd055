// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.rankfile.app.fx.TypedSecret;
import org.rankfile.app.text.Texts;
import org.rankfile.crypto.Secret;

/// A passphrase that is chosen: typed twice, with the consequence acknowledged.
final class NewPassphrase {
    final StringProperty typed = new SimpleStringProperty("");
    final StringProperty again = new SimpleStringProperty("");
    final BooleanProperty acknowledged = new SimpleBooleanProperty();
    final StringProperty typedError = new SimpleStringProperty("");
    final StringProperty againError = new SimpleStringProperty("");
    final StringProperty acknowledgedError = new SimpleStringProperty("");
    final ObjectBinding<Strength> strength =
            Bindings.createObjectBinding(() -> Strength.of(typed.get()), typed);

    private final Texts texts;

    NewPassphrase(Texts texts) {
        this.texts = texts;
        typed.subscribe(() -> typedError.set(""));
        again.subscribe(() -> againError.set(""));
        acknowledged.subscribe(() -> acknowledgedError.set(""));
    }

    /// Whether it can be taken; else the errors say why not.
    boolean check() {
        boolean longEnough = strength.get().compareTo(Strength.TOO_SHORT) > 0;
        boolean same = typed.get().equals(again.get());
        typedError.set(longEnough ? "" : texts.get(WelcomeText.PASSPHRASE_SHORT));
        againError.set(same ? "" : texts.get(WelcomeText.PASSPHRASE_DIFFERS));
        acknowledgedError.set(
                acknowledged.get() ? "" : texts.get(WelcomeText.PASSPHRASE_ACKNOWLEDGE));
        return longEnough && same && acknowledged.get();
    }

    /// What was typed; the caller wipes it.
    Secret secret() {
        return TypedSecret.of(typed.get());
    }

    void forget() {
        typed.set("");
        again.set("");
    }
}
