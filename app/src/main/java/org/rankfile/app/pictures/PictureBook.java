// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.pictures;

import javafx.stage.Stage;

import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.feature.settings.PreferencesFile;
import org.rankfile.app.shell.DesktopWindow;
import org.rankfile.app.shell.Environment;
import org.rankfile.app.text.Language;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes a picture of each screen, in light and dark, in English and Spanish, and at twice the text
/// size. The toolkit runs already, without a display.
public final class PictureBook {
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 800;

    private final Path out;
    private final Consumer<String> progress;

    /// One run through the screens.
    ///
    /// @param name what its files begin with
    public record Edition(String name, Preferences preferences) {}

    /// @param out where the files go
    /// @param progress is told the name of each file
    public PictureBook(Path out, Consumer<String> progress) {
        this.out = out;
        this.progress = progress;
    }

    /// The editions that are made.
    public static List<Edition> editions() {
        return List.of(
                new Edition("light-en", preferences(Language.EN, Preferences.Look.LIGHT, 100)),
                new Edition("dark-en", preferences(Language.EN, Preferences.Look.DARK, 100)),
                new Edition("light-es", preferences(Language.ES, Preferences.Look.LIGHT, 100)),
                new Edition("large-es", preferences(Language.ES, Preferences.Look.LIGHT, 200)));
    }

    private static Preferences preferences(Language language, Preferences.Look look, int percent) {
        return new Preferences(language, look, percent, 30);
    }

    /// Makes all pictures of an edition.
    ///
    /// @param environment the window's, given its stage and preferences
    public void make(Edition edition, Function<Given, Environment> environment) throws IOException {
        Files.createDirectories(out);
        Stage stage = Hand.on(Stage::new);
        Hand hand = new Hand(stage);
        Hand.on(() -> {
            new DesktopWindow(stage, environment.apply(new Given(stage, kept(edition)))).open();
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return true;
        });
        new Tour(hand, name -> save(edition, name, hand)).walk();
        Hand.on(() -> {
            stage.hide();
            return true;
        });
    }

    /// What the environment of a window is made from.
    public record Given(Stage stage, PreferencesFile preferences) {}

    private static PreferencesFile kept(Edition edition) {
        return new PreferencesFile() {
            @Override
            public Preferences read() {
                return edition.preferences();
            }

            @Override
            public boolean write(Preferences preferences) {
                return true;
            }
        };
    }

    private void save(Edition edition, String name, Hand hand) throws IOException {
        Path file = out.resolve(edition.name() + "-" + name + ".png");
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
            Png.write(hand.look(), to);
        }
        progress.accept(file.getFileName().toString());
    }
}
