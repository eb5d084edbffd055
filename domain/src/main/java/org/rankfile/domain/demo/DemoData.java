// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.demo;

import org.rankfile.domain.csv.CsvWriter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Invented people and cases to try the program with. Nobody in it exists: the telephone numbers
/// are of the range kept for fiction, the mail addresses of the domain kept for examples.
public final class DemoData {
    private static final List<String> HEADINGS =
            List.of(
                    "employee_no",
                    "first_name",
                    "last_name",
                    "phone_cell",
                    "email_personal",
                    "job_title",
                    "department",
                    "shift",
                    "hire_date",
                    "language",
                    "membership_status",
                    "steward",
                    "assessment",
                    "notes");
    private static final List<String> FIRST =
            List.of(
                    "Rosa", "Tomás", "Amara", "Dmitri", "Lena", "Kwame", "Mei", "Oscar", "Fatima",
                    "Joan", "Pedro", "Ines", "Marek", "Sade", "Hugo", "Noor", "Elif", "Viktor",
                    "Grace", "Paulo", "Yara", "Ivan", "Carmen", "Desmond", "Aiko", "Beto");
    private static final List<String> LAST =
            List.of(
                    "Marín",
                    "Okafor",
                    "Lindqvist",
                    "Reyes",
                    "Novak",
                    "Abiola",
                    "Castellanos",
                    "Whitfield",
                    "Haddad",
                    "Kowalczyk",
                    "Duarte",
                    "Mbeki",
                    "Sandoval",
                    "Petrov",
                    "O'Dowd",
                    "Nakamura",
                    "Villanueva",
                    "Ferreira",
                    "Demir",
                    "Achebe",
                    "Solberg",
                    "Quispe",
                    "Banerjee",
                    "Moreau",
                    "Takács",
                    "Ibarra");
    private static final List<String> JOBS =
            List.of("Packer", "Line operator", "Forklift driver", "Mechanic", "Cook", "Cleaner");
    private static final List<String> DEPARTMENTS =
            List.of("Receiving", "Line 1", "Line 2", "Shipping", "Maintenance", "Kitchen");
    private static final List<String> SHIFTS = List.of("Day", "Evening", "Night");
    private static final List<String> CASES = List.of("overtime", "safety", "schedule");

    private DemoData() {}

    /// A members' file of so many workers.
    ///
    /// @param notes one more text for each of the first workers' notes; the rest have none
    public static String members(RandomGenerator random, int workers, List<String> notes) {
        CsvWriter out = new CsvWriter().row(HEADINGS);
        for (int i = 0; i < workers; i++) {
            out.row(worker(random, i, i < notes.size() ? notes.get(i) : ""));
        }
        return out.text(false);
    }

    private static List<String> worker(RandomGenerator random, int index, String note) {
        String first = pick(FIRST, random);
        String last = pick(LAST, random);
        LocalDate hired = LocalDate.of(1994, 1, 3).plusDays(random.nextInt(365 * 30));
        return List.of(
                String.valueOf(10_000 + index),
                first,
                last,
                String.format(Locale.ROOT, "555-01%02d", random.nextInt(100)),
                "worker" + index + "@example.org",
                pick(JOBS, random),
                pick(DEPARTMENTS, random),
                pick(SHIFTS, random),
                hired.toString(),
                random.nextInt(4) == 0 ? "es" : "en",
                random.nextInt(5) == 0 ? "not yet" : "member",
                random.nextInt(40) == 0 ? "Y" : "N",
                String.valueOf(random.nextInt(6)),
                note);
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }

    /// Three grievances in their grievants' words.
    public static List<String> statements() {
        return CASES.stream().map(DemoData::statement).toList();
    }

    private static String statement(String name) {
        try (InputStream in = DemoData.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("a text is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
