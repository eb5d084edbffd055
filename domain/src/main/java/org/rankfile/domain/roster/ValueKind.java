// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import org.rankfile.domain.csv.Fold;

import java.util.Map;
import java.util.Optional;

/// What a worker's field holds, and how what people type becomes one spelling.
public enum ValueKind {
    /// A short text.
    TEXT {
        @Override
        Optional<String> normal(String typed, DateOrder order) {
            return Optional.of(typed);
        }
    },
    /// A text of some length.
    LONG_TEXT {
        @Override
        Optional<String> normal(String typed, DateOrder order) {
            return Optional.of(typed);
        }
    },
    /// `Y` or `N`.
    YES_NO {
        @Override
        Optional<String> normal(String typed, DateOrder order) {
            return Optional.ofNullable(YES_NO_WORDS.get(Fold.name(typed)));
        }
    },
    /// `0` (not assessed) to `5` (opposed).
    ASSESSMENT {
        @Override
        Optional<String> normal(String typed, DateOrder order) {
            return Optional.ofNullable(ASSESSMENT_WORDS.get(Fold.name(typed)));
        }
    },
    /// A language: `en`, `es`, or what was typed.
    LANGUAGE {
        @Override
        Optional<String> normal(String typed, DateOrder order) {
            return Optional.of(LANGUAGE_WORDS.getOrDefault(Fold.name(typed), typed));
        }
    },
    /// A date as `2026-11-23`.
    DATE {
        @Override
        Optional<String> normal(String typed, DateOrder order) {
            return order.parse(typed).map(Object::toString);
        }
    };

    private static final Map<String, String> YES_NO_WORDS =
            Map.ofEntries(
                    Map.entry("y", "Y"),
                    Map.entry("yes", "Y"),
                    Map.entry("true", "Y"),
                    Map.entry("1", "Y"),
                    Map.entry("x", "Y"),
                    Map.entry("si", "Y"),
                    Map.entry("s", "Y"),
                    Map.entry("verdadero", "Y"),
                    Map.entry("falso", "N"),
                    Map.entry("n", "N"),
                    Map.entry("no", "N"),
                    Map.entry("false", "N"),
                    Map.entry("0", "N"));

    private static final Map<String, String> ASSESSMENT_WORDS =
            Map.ofEntries(
                    Map.entry("0", "0"),
                    Map.entry("1", "1"),
                    Map.entry("2", "2"),
                    Map.entry("3", "3"),
                    Map.entry("4", "4"),
                    Map.entry("5", "5"),
                    Map.entry("a", "1"),
                    Map.entry("b", "2"),
                    Map.entry("c", "3"),
                    Map.entry("d", "4"),
                    Map.entry("e", "5"),
                    Map.entry("leader", "1"),
                    Map.entry("supporter", "2"),
                    Map.entry("undecided", "3"),
                    Map.entry("leaningagainst", "4"),
                    Map.entry("opposed", "5"),
                    Map.entry("notassessed", "0"),
                    Map.entry("lider", "1"),
                    Map.entry("lideresa", "1"),
                    Map.entry("simpatizante", "2"),
                    Map.entry("indeciso", "3"),
                    Map.entry("indecisa", "3"),
                    Map.entry("encontra", "4"),
                    Map.entry("opuesto", "5"),
                    Map.entry("opuesta", "5"),
                    Map.entry("sinevaluar", "0"));

    private static final Map<String, String> LANGUAGE_WORDS =
            Map.ofEntries(
                    Map.entry("en", "en"),
                    Map.entry("eng", "en"),
                    Map.entry("english", "en"),
                    Map.entry("ingles", "en"),
                    Map.entry("es", "es"),
                    Map.entry("spa", "es"),
                    Map.entry("spanish", "es"),
                    Map.entry("espanol", "es"));

    /// The one spelling of what was typed; empty if it is no such value. Empty text stays empty.
    public Optional<String> read(String typed, DateOrder order) {
        String text = typed.strip();
        return text.isEmpty() ? Optional.of("") : normal(text, order);
    }

    abstract Optional<String> normal(String typed, DateOrder order);
}
