// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.settings;

import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;

import org.rankfile.app.fx.Screen;
import org.rankfile.app.text.Language;
import org.rankfile.app.text.Texts;
import org.rankfile.app.widget.Choice;
import org.rankfile.app.widget.Field;
import org.rankfile.app.widget.Notice;
import org.rankfile.app.widget.Page;
import org.rankfile.app.widget.Parts;

import java.util.List;
import java.util.function.Function;

/// How the desktop looks, speaks and locks.
public final class SettingsView implements Screen {
    private final Texts texts;
    private final Page page;

    public SettingsView(SettingsViewModel model, Texts texts) {
        this.texts = texts;
        page =
                new Page(texts.get(SettingsText.TITLE))
                        .saying(Parts.quiet(texts.get(SettingsText.SUBTITLE)))
                        .scrolled(
                                Parts.card(
                                        choice(
                                                SettingsText.LANGUAGE,
                                                List.of(Language.values()),
                                                Language::ownName,
                                                model.language()),
                                        choice(
                                                SettingsText.LOOK,
                                                List.of(Preferences.Look.values()),
                                                texts::of,
                                                model.look()),
                                        choice(
                                                SettingsText.TEXT_SIZE,
                                                Preferences.TEXT_PERCENTS,
                                                percent -> percent + " %",
                                                model.textPercent()),
                                        choice(
                                                SettingsText.LOCK_AFTER,
                                                Preferences.LOCK_MINUTES,
                                                n -> texts.get(SettingsText.MINUTES, n),
                                                model.lockMinutes()),
                                        Notice.of(
                                                Notice.Kind.WARNING,
                                                model.unkept()
                                                        .map(refused -> refused ? unkept() : ""))));
    }

    private String unkept() {
        return texts.get(SettingsText.UNKEPT);
    }

    private <T> Field choice(
            SettingsText label,
            List<T> values,
            Function<T, String> name,
            ObjectProperty<T> chosen) {
        ComboBox<T> box = Choice.of(values, name);
        box.setId(label.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        box.valueProperty().bindBidirectional(chosen);
        return new Field(texts.get(label), box);
    }

    @Override
    public Parent node() {
        return page;
    }
}
