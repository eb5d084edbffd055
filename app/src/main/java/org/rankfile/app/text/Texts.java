// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// Everything that the interface says, in one language. Immutable; any thread.
public final class Texts {
    private final Language language;
    private final ResourceBundle messages;

    private Texts(Language language, ResourceBundle messages) {
        this.language = language;
        this.messages = messages;
    }

    /// The texts in a language.
    public static Texts in(Language language) {
        String name = "messages_" + language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a message file is missing from the program");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            return new Texts(language, new PropertyResourceBundle(reader));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The language.
    public Language language() {
        return language;
    }

    /// Whether there is a text of this name.
    public boolean has(String id) {
        return messages.containsKey(id);
    }

    /// A text; numbers and choices by the rules of [MessageFormat].
    public String get(Key key, Object... arguments) {
        return format(key.id(), arguments);
    }

    /// What a constant of another layer means to a person: a fault, a field, a role.
    public String of(Enum<?> constant, Object... arguments) {
        return format(id(constant), arguments);
    }

    /// What one of the words means that a field holds, such as `abeyance`; the word itself where it
    /// is of a later version.
    public String word(Enum<?> field, String word) {
        String id = id(field) + "." + word;
        return has(id) ? messages.getString(id) : word;
    }

    private String format(String id, Object... arguments) {
        return new MessageFormat(messages.getString(id), language.locale()).format(arguments);
    }

    /// What a constant is called in the message files: `HomeFault.NO_HOME`, `Refusal.Code.EMPTY`.
    public static String id(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        Class<?> outer = type.getDeclaringClass();
        String name = type.getSimpleName() + "." + constant.name();
        return outer == null ? name : outer.getSimpleName() + "." + name;
    }

    /// A day, as people write it.
    public String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(date);
    }

    /// A moment, as people write it.
    public String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(instant.atZone(zone));
    }

    private Locale locale() {
        return language.locale();
    }
}
