// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.text;

import java.util.Locale;

/// The languages of the interface.
public enum Language {
    /// English.
    EN("English"),
    /// Spanish.
    ES("Español");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    /// For dates and numbers.
    public Locale locale() {
        return Locale.of(code(), this == EN ? "US" : "MX");
    }

    /// `en` or `es`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one that a person of this locale reads, else English.
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("es") ? ES : EN;
    }
}
