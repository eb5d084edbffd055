// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import org.rankfile.app.feature.settings.Preferences;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Fonts, colours and sizes. Window's thread.
public final class Theme {
    private static final List<String> FONTS =
            List.of("AtkinsonHyperlegibleNext-Regular.ttf", "AtkinsonHyperlegibleNext-Bold.ttf");
    private static final double BASE_PIXELS = 15;

    private Theme() {}

    /// Makes the program's own fonts known to the toolkit.
    public static void loadFonts() {
        for (String name : FONTS) {
            try (InputStream in = Theme.class.getResourceAsStream("font/" + name)) {
                if (in == null || Font.loadFont(in, BASE_PIXELS) == null) {
                    throw new IllegalStateException("a font is missing from the program");
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /// Dresses a scene.
    public static void apply(Scene scene, Preferences preferences) {
        boolean dark = preferences.look() == Preferences.Look.DARK;
        String sheet =
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        scene.getStylesheets()
                .setAll(
                        resource("desktop.css"),
                        resource(dark ? "dark.css" : "light.css"),
                        size(preferences.textPercent()));
    }

    private static String resource(String name) {
        URL found = Theme.class.getResource(name);
        return Objects.requireNonNull(found, "a style sheet is missing").toExternalForm();
    }

    /// A sheet of one rule, so that windows of their own, such as menus, follow it too.
    private static String size(int percent) {
        String rule = ".root{-fx-font-size:" + BASE_PIXELS * percent / 100 + "px;}";
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.UTF_8));
    }
}
