// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.rankfile.app.text.Language;

/// The preferences while the program runs; each change is kept at once.
public final class SettingsViewModel {
    private final PreferencesFile file;
    private final ReadOnlyObjectWrapper<Preferences> preferences;
    private final ReadOnlyBooleanWrapper unkept = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Preferences.Look> look;
    private final ObjectProperty<Integer> textPercent;
    private final ObjectProperty<Integer> lockMinutes;

    /// Starts with what the file holds.
    public SettingsViewModel(PreferencesFile file) {
        this.file = file;
        Preferences now = file.read();
        preferences = new ReadOnlyObjectWrapper<>(now);
        language = new SimpleObjectProperty<>(now.language());
        look = new SimpleObjectProperty<>(now.look());
        textPercent = new SimpleObjectProperty<>(now.textPercent());
        lockMinutes = new SimpleObjectProperty<>(now.lockMinutes());
        language.subscribe(this::changed);
        look.subscribe(this::changed);
        textPercent.subscribe(this::changed);
        lockMinutes.subscribe(this::changed);
    }

    private void changed() {
        Preferences now =
                new Preferences(language.get(), look.get(), textPercent.get(), lockMinutes.get());
        if (!now.equals(preferences.get())) {
            unkept.set(!file.write(now));
            preferences.set(now);
        }
    }

    /// What holds now.
    public ReadOnlyObjectProperty<Preferences> preferences() {
        return preferences.getReadOnlyProperty();
    }

    /// Whether the disk refused to keep the last change.
    public ReadOnlyBooleanProperty unkept() {
        return unkept.getReadOnlyProperty();
    }

    /// The language to choose.
    public ObjectProperty<Language> language() {
        return language;
    }

    /// The look to choose.
    public ObjectProperty<Preferences.Look> look() {
        return look;
    }

    /// The text size to choose.
    public ObjectProperty<Integer> textPercent() {
        return textPercent;
    }

    /// The idle time to choose.
    public ObjectProperty<Integer> lockMinutes() {
        return lockMinutes;
    }
}
