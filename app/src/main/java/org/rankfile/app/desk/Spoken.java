// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import org.rankfile.ballot.Question;
import org.rankfile.domain.vote.BallotRefusal;
import org.rankfile.domain.vote.Choices;
import org.rankfile.oplog.PersonId;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what people type about ballots: who, when, and which answers.
final class Spoken {
    private static final Pattern SPAN = Pattern.compile("\\+?([0-9]{1,6})([smhd])");
    private static final int ID_CHARS = 4;

    private Spoken() {}

    /// A span of time: `90s`, `30m`, `72h`, `7d`, with or without a plus.
    static Duration span(String text) throws DeskRefused {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw badTime();
        }
        long number = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// A moment: `+2h` from now, `2026-12-01T18:00` in the zone, or with `Z` in UTC.
    static Instant moment(String text, Instant now, ZoneId zone) throws DeskRefused {
        if (text.startsWith("+")) {
            return now.plus(span(text));
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException notOne) {
            throw badTime();
        }
    }

    private static DeskRefused badTime() {
        return new DeskRefused(
                "bad_time",
                "A time is +90s, +2h or +3d from now, or 2026-12-01T18:00; a span 72h.");
    }

    /// The people that were named, in order: by name, or by the start of their id.
    static List<PersonId> people(Map<String, String> named, Map<PersonId, String> names)
            throws DeskRefused {
        List<PersonId> people = new ArrayList<>();
        for (String name : named.values()) {
            people.add(person(name, names));
        }
        return people;
    }

    private static PersonId person(String name, Map<PersonId, String> names) throws DeskRefused {
        List<PersonId> found =
                names.entrySet().stream()
                        .filter(each ->
                                each.getValue().equalsIgnoreCase(name)
                                        || (name.length() >= ID_CHARS
                                                && each.getKey().toString().startsWith(name)))
                        .map(Map.Entry::getKey)
                        .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? new DeskRefused("no_such_person", "Nobody here goes by that name or id.")
                    : new DeskRefused(
                            "ambiguous_person", "Two people go by that. Give the start of an id.");
        }
        return found.getFirst();
    }

    /// What was chosen: for each question a number from 1, several with commas, the text of an
    /// answer, or `blank`.
    static Choices choices(Map<String, String> answers, List<Question> questions)
            throws DeskRefused {
        List<Set<Integer>> chosen = new ArrayList<>();
        List<String> said = List.copyOf(answers.values());
        for (int i = 0; i < said.size() && i < questions.size(); i++) {
            chosen.add(chosen(said.get(i).strip(), questions.get(i)));
        }
        if (said.size() != questions.size()) {
            throw badAnswer();
        }
        return new Choices(chosen);
    }

    private static Set<Integer> chosen(String said, Question question) throws DeskRefused {
        Set<Integer> chosen = new HashSet<>();
        for (int i = 0; i < question.answers().size(); i++) {
            if (question.answers().get(i).strip().equalsIgnoreCase(said)) {
                return Set.of(i);
            }
        }
        if (said.toLowerCase(Locale.ROOT).equals("blank")) {
            return chosen;
        }
        try {
            for (String number : said.split(",", -1)) {
                chosen.add(Integer.parseInt(number.strip()) - 1);
            }
            return chosen;
        } catch (NumberFormatException notOne) {
            throw badAnswer();
        }
    }

    private static DeskRefused badAnswer() {
        return new DeskRefused(BallotLines.of(BallotRefusal.BAD_ANSWER));
    }
}
