// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.rule;

import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.domain.Limits;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads rules. What it accepts is written again to the very same bytes.
final class RuleReader {
    private static final Set<String> RULES =
            Set.of(
                    "format",
                    "name",
                    "version",
                    "legalDate",
                    "until",
                    "source",
                    "label",
                    "units",
                    "leastUnit",
                    "mandate",
                    "noticeDays",
                    "questions");
    private static final Set<String> QUESTION =
            Set.of("question", "yes", "no", "blank", "tie", "conditions");

    private RuleReader() {}

    static RuleSet read(byte[] bytes) throws RulesRefused {
        try {
            if (bytes.length > Limits.RULE_BYTES) {
                throw new Malformed("", "larger than " + Limits.RULE_BYTES + " bytes");
            }
            RuleSet rules = rules(CanonicalJson.read(bytes));
            if (!Arrays.equals(rules.bytes(), bytes)) {
                throw new Malformed("", "not in the one form");
            }
            return rules;
        } catch (Malformed refused) {
            throw new RulesRefused(refused.place(), String.valueOf(refused.getMessage()), refused);
        }
    }

    private static RuleSet rules(JsonValue json) throws Malformed {
        json.only(RULES);
        if (!json.field("format").text().equals(RuleWriter.FORMAT)) {
            throw json.field("format").wrong("not a format that this version knows");
        }
        Origin origin = origin(json);
        Label label = word(json.field("label"), Label.values());
        Units units = word(json.field("units"), Units.values());
        int leastUnit = json.field("leastUnit").number(1, Integer.MAX_VALUE);
        Optional<Mandate> mandate = maybe(json, "mandate", RuleReader::mandate);
        OptionalInt notice = index(json, "noticeDays");
        List<QuestionRule> questions =
                json.field("questions").list(Limits.QUESTIONS, RuleReader::question);
        return made(
                json,
                () -> new RuleSet(origin, label, units, leastUnit, mandate, notice, questions));
    }

    private static Origin origin(JsonValue json) throws Malformed {
        String name = json.field("name").text();
        int version = json.field("version").number(1, Integer.MAX_VALUE);
        LocalDate date = day(json.field("legalDate"));
        Optional<LocalDate> until = maybe(json, "until", RuleReader::day);
        String source = json.field("source").text();
        return made(json, () -> new Origin(name, version, date, until, source));
    }

    private static Mandate mandate(JsonValue json) throws Malformed {
        json.only(Set.of("from", "until", "lasts"));
        Optional<LocalDate> from = maybe(json, "from", RuleReader::day);
        Optional<LocalDate> until = maybe(json, "until", RuleReader::day);
        Optional<Period> lasts = maybe(json, "lasts", each -> parsed(each, Period::parse));
        return made(json, () -> new Mandate(from, until, lasts));
    }

    private static QuestionRule question(JsonValue json) throws Malformed {
        json.only(QUESTION);
        OptionalInt question = index(json, "question");
        int yes = json.field("yes").number(0, Limits.ANSWERS);
        List<Integer> no =
                json.field("no").list(Limits.ANSWERS, each -> each.number(0, Limits.ANSWERS));
        JsonValue blank = json.field("blank").only(Set.of("inTurnout", "inCast"));
        Blank counted = new Blank(blank.field("inTurnout").bool(), blank.field("inCast").bool());
        Tie tie = word(json.field("tie"), Tie.values());
        List<Condition> conditions = conditions(json.field("conditions"), 1);
        return made(json, () -> new QuestionRule(question, yes, no, counted, tie, conditions));
    }

    private static List<Condition> conditions(JsonValue json, int depth) throws Malformed {
        if (depth > Limits.CONDITION_DEPTH) {
            throw json.wrong("too many conditions within each other");
        }
        return json.list(Limits.CONDITIONS, each -> condition(each, depth));
    }

    private static Condition condition(JsonValue json, int depth) throws Malformed {
        if (json.optional("if").isEmpty()) {
            return measure(json);
        }
        json.only(Set.of("if", "then", "else"));
        if (!(measure(json.field("if")) instanceof Condition.Turnout when)) {
            throw json.field("if").wrong("not a turnout");
        }
        List<Condition> then = conditions(json.field("then"), depth + 1);
        List<Condition> otherwise = conditions(json.field("else"), depth + 1);
        return made(json, () -> new Condition.If(when, then, otherwise));
    }

    private static Condition.Measure measure(JsonValue json) throws Malformed {
        for (MeasureName name : MeasureName.values()) {
            if (json.optional(name.field()).isPresent()) {
                json.only(Set.of(name.field(), "of"));
                JsonValue text = json.field(name.field());
                Optional<Fraction> fraction = Fraction.read(text.text());
                if (fraction.isEmpty()) {
                    throw text.wrong("not a fraction from 0/1 to 1/1");
                }
                Base of = word(json.field("of"), Base.values());
                return made(json, () -> name.make(fraction.get(), of));
            }
        }
        throw json.wrong("not a condition");
    }

    private static LocalDate day(JsonValue json) throws Malformed {
        return parsed(json, LocalDate::parse);
    }

    private static <T> T parsed(JsonValue json, Function<String, T> parser) throws Malformed {
        try {
            return parser.apply(json.text());
        } catch (DateTimeException notOne) {
            throw json.wrong("not a day or a time");
        }
    }

    private static OptionalInt index(JsonValue json, String name) throws Malformed {
        Optional<JsonValue> field = json.optional(name);
        return field.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(field.get().number(0, Integer.MAX_VALUE));
    }

    private static <T> Optional<T> maybe(JsonValue json, String name, JsonValue.Reader<T> reader)
            throws Malformed {
        Optional<JsonValue> field = json.optional(name);
        return field.isEmpty() ? Optional.empty() : Optional.of(reader.read(field.get()));
    }

    private static <T extends Enum<T>> T word(JsonValue json, T[] constants) throws Malformed {
        String text = json.text();
        for (T constant : constants) {
            if (RuleWriter.word(constant).equals(text)) {
                return constant;
            }
        }
        throw json.wrong("not one of the words for it");
    }

    /// The types check themselves; what they refuse is refused here with its place.
    private static <T> T made(JsonValue json, Supplier<T> maker) throws Malformed {
        try {
            return maker.get();
        } catch (IllegalArgumentException refused) {
            throw json.wrong(String.valueOf(refused.getMessage()));
        }
    }
}
