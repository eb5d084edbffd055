// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

import org.rankfile.domain.Limits;
import org.rankfile.domain.csv.Fold;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fields of a grievance that a person sets. The number is not among them: it is given once.
public enum GrievanceField {
    TITLE(FieldKind.TEXT),
    /// Individual, group and so on.
    KIND(FieldKind.WORD, "individual", "group", "policy", "association", "discharge"),
    /// What it is about.
    CATEGORY(
            FieldKind.WORD,
            "overtime",
            "seniority",
            "discipline",
            "discharge",
            "safety",
            "harassment",
            "discrimination",
            "accommodation",
            "scheduling",
            "misclassification",
            "wages",
            "past_practice",
            "subcontracting",
            "leave",
            "retaliation",
            "other"),
    /// Where it is in the contract's procedure. The procedure is the contract's, so any text.
    STAGE(FieldKind.TEXT),
    /// Open, or how it ended.
    STATUS(
            FieldKind.WORD,
            "open",
            "abeyance",
            "granted",
            "settled",
            "withdrawn_without_prejudice",
            "withdrawn_with_prejudice",
            "denied_not_advanced",
            "award_sustained",
            "award_in_part",
            "award_denied",
            "not_arbitrable",
            "forfeited_late"),
    /// [NextDeadline]: typed by a person.
    NEXT_DEADLINE(FieldKind.DEADLINE),
    /// When it happened.
    INCIDENT_DATE(FieldKind.DATE),
    /// When the grievant knew, or should have known.
    KNOWLEDGE_DATE(FieldKind.DATE),
    /// Whether it goes on.
    CONTINUING(FieldKind.WORD, "yes", "no"),
    PLACE(FieldKind.TEXT),
    SUPERVISOR(FieldKind.TEXT),
    /// Who it is for: names, or ids of workers.
    GRIEVANTS(FieldKind.SET),
    /// Who the class is, in a group grievance.
    CLASS_DEFINITION(FieldKind.TEXT),
    WITNESSES(FieldKind.SET),
    /// The articles that were broken.
    ARTICLES(FieldKind.SET),
    /// "… and all other relevant provisions."
    CATCH_ALL(FieldKind.TEXT),
    /// The text that was or will be filed.
    STATEMENT(FieldKind.LONG_TEXT),
    REMEDY(FieldKind.LONG_TEXT),
    /// Whose case it is.
    HANDLER(FieldKind.TEXT),
    PRIORITY(FieldKind.WORD, "low", "normal", "high"),
    CONFIDENTIALITY(FieldKind.WORD, "committee", "restricted"),
    /// For the case's handlers; not filed.
    NOTES(FieldKind.LONG_TEXT);

    private final FieldKind kind;

    // Made by List.of, so nobody changes it.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> words;

    GrievanceField(FieldKind kind, String... words) {
        this.kind = kind;
        this.words = List.of(words);
    }

    /// Its name in events and on the command line: `next_deadline`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it holds.
    public FieldKind kind() {
        return kind;
    }

    /// The words that it may hold; empty unless it is of [FieldKind#WORD].
    public List<String> words() {
        return words;
    }

    /// The field of this name: case, spaces and punctuation do not matter.
    public static Optional<GrievanceField> named(String name) {
        String folded = Fold.name(name);
        return Arrays.stream(values())
                .filter(field -> Fold.name(field.name()).equals(folded))
                .findFirst();
    }

    /// The one spelling of what was typed; empty if the field cannot hold it. Empty text stays
    /// empty. Not for sets.
    public Optional<String> read(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return Optional.of("");
        }
        return switch (kind) {
            case TEXT, LONG_TEXT, SET -> Optional.of(text);
            case DATE -> NextDeadline.date(text).map(Object::toString);
            case DEADLINE -> NextDeadline.read(text).map(NextDeadline::text);
            case WORD ->
                    words.stream()
                            .filter(word -> Fold.name(word).equals(Fold.name(text)))
                            .findFirst();
        };
    }

    /// The longest value, in UTF-16 units.
    public int maxChars() {
        return kind == FieldKind.LONG_TEXT ? Limits.LONG_CHARS : Limits.SHORT_CHARS;
    }
}
