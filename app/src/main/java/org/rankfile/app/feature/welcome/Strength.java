// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.feature.welcome;

import org.rankfile.app.home.Homes;

import java.util.Locale;
import java.util.Set;

/// A rough hint at how long a passphrase withstands guessing. It counts what is there; it does not
/// know what the person's friends would guess.
public enum Strength {
    /// Nothing typed.
    NONE(0),
    /// Fewer characters than a home takes.
    TOO_SHORT(0.15),
    /// A word and some digits, or one that everybody uses.
    WEAK(0.35),
    /// Will do on a laptop that is not stolen by an expert.
    FAIR(0.7),
    /// Four words or more, or a long mix.
    STRONG(1);

    private static final int FAIR_BITS = 45;
    private static final int STRONG_BITS = 65;
    private static final int BITS_OF_A_WORD = 13;
    private static final Set<String> EVERYBODYS =
            Set.of("password", "passphrase", "contraseña", "qwerty", "123456", "letmein", "union");

    private final double share;

    Strength(double share) {
        this.share = share;
    }

    /// How much of a bar to fill, 0 to 1.
    public double share() {
        return share;
    }

    /// The hint for what was typed.
    public static Strength of(String typed) {
        if (typed.isEmpty()) {
            return NONE;
        }
        if (typed.codePointCount(0, typed.length()) < Homes.PASSPHRASE_CHARS) {
            return TOO_SHORT;
        }
        double bits = bits(typed);
        if (bits < FAIR_BITS) {
            return WEAK;
        }
        return bits < STRONG_BITS ? FAIR : STRONG;
    }

    private static double bits(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        long different = lower.codePoints().distinct().count();
        double perCharacter = bitsPerCharacter(typed);
        double bits = Math.min(typed.length(), 2.0 * different) * perCharacter;
        String[] words = lower.strip().split("[\\s\\-_.,]+");
        if (words.length > 2) {
            long distinctWords = java.util.Arrays.stream(words).distinct().count();
            bits = Math.min(bits, distinctWords * (double) BITS_OF_A_WORD + words.length);
        }
        return EVERYBODYS.stream().anyMatch(lower::contains) ? bits / 2 : bits;
    }

    /// Letters of a language hold far less than random ones.
    private static double bitsPerCharacter(String typed) {
        double bits = 2.5;
        bits += typed.chars().anyMatch(Character::isDigit) ? 0.5 : 0;
        bits += typed.chars().anyMatch(Character::isUpperCase) ? 0.5 : 0;
        bits += typed.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 0.5 : 0;
        return bits;
    }
}
