// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.rankfile.llm.extract.Limits;

/// The wording of each refusal.
final class Refusals {
    private Refusals() {}

    static Refusal empty() {
        return new Refusal(Refusal.Code.EMPTY, "The text is empty: there is nothing to summarise.");
    }

    static Refusal tooLong() {
        return new Refusal(
                Refusal.Code.TOO_LONG,
                "The text is too long: at most %,d characters and %,d sentences; give a part of it."
                        .formatted(Limits.MAX_CHARS, Limits.MAX_SENTENCES));
    }

    static Refusal unreadable() {
        return new Refusal(
                Refusal.Code.UNREADABLE,
                "This is not readable text (binary data or a broken encoding): save it as plain"
                        + " text in UTF-8.");
    }

    static Refusal tooShort(int words) {
        return new Refusal(
                Refusal.Code.TOO_SHORT,
                "The text has %d words: write at least %d, so that it says what happened."
                        .formatted(words, Limits.MIN_WORDS));
    }

    static Refusal notEnglish() {
        return new Refusal(
                Refusal.Code.NOT_ENGLISH,
                "The text does not read as English, the only language this model summarises:"
                        + " summarise it by hand.");
    }
}
