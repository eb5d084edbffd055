// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.feature.settings.Preferences;
import org.rankfile.app.feature.settings.PreferencesFile;
import org.rankfile.app.text.Language;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.random.RandomGenerator;

/// Preferences, and the port that this laptop listens on, in a small file beside the homes.
final class DiskPreferences implements PreferencesFile {
    private static final int LEAST_PORT = 20_000;
    private static final int PORTS = 12_000;

    private final Path file;
    private final Locale locale;

    /// @param locale what a person speaks who chose nothing yet
    DiskPreferences(Path file, Locale locale) {
        this.file = file;
        this.locale = locale;
    }

    @Override
    public Preferences read() {
        Properties kept = load();
        Preferences usual = Preferences.usual(Language.of(locale));
        return new Preferences(
                constant(Language.class, kept.getProperty("language"), usual.language()),
                constant(Preferences.Look.class, kept.getProperty("look"), usual.look()),
                number(kept.getProperty("text_percent")),
                number(kept.getProperty("lock_minutes")));
    }

    @Override
    public boolean write(Preferences preferences) {
        Properties kept = load();
        kept.setProperty("language", preferences.language().name());
        kept.setProperty("look", preferences.look().name());
        kept.setProperty("text_percent", String.valueOf(preferences.textPercent()));
        kept.setProperty("lock_minutes", String.valueOf(preferences.lockMinutes()));
        return store(kept);
    }

    /// The port to listen on, the same from one start to the next, so that others find this laptop
    /// where it was. Drawn once.
    int port(RandomGenerator random) {
        Properties kept = load();
        int port = number(kept.getProperty("port"));
        if (port < LEAST_PORT || port >= LEAST_PORT + PORTS) {
            port = LEAST_PORT + random.nextInt(PORTS);
            kept.setProperty("port", String.valueOf(port));
            store(kept);
        }
        return port;
    }

    private synchronized Properties load() {
        Properties kept = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                return new Properties();
            }
        }
        return kept;
    }

    private synchronized boolean store(Properties kept) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                kept.store(out, null);
            }
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static <E extends Enum<E>> E constant(
            Class<E> type, @org.jspecify.annotations.Nullable String name, E usual) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return usual;
    }

    private static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
