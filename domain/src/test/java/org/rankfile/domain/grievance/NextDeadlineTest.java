// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.grievance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class NextDeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-03, -1, OVERDUE",
        "2026-12-02, 0, TODAY",
        "2026-12-01, 1, SOON",
        "2026-11-25, 7, SOON",
        "2026-11-24, 8, LATER",
        "2025-12-02, 365, LATER"
    })
    void saysHowManyDaysAreLeftAndTheLastDayIsNotOverdue(
            LocalDate today, long left, Urgency urgency) {
        NextDeadline deadline = NextDeadline.read("2026-12-02, Rosa, File").orElseThrow();
        assertThat(deadline.daysLeft(today)).isEqualTo(left);
        assertThat(deadline.urgency(today)).isEqualTo(urgency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-02|2026-12-02",
                "2026-12-02,Rosa|2026-12-02, Rosa",
                "2026-12-02, , File, and call|2026-12-02, , File, and call"
            })
    void hasOneSpelling(String typed, String text) {
        NextDeadline deadline = NextDeadline.read(typed).orElseThrow();
        assertThat(deadline.text()).isEqualTo(text);
        assertThat(NextDeadline.read(text)).contains(deadline);
    }

    @ParameterizedTest
    @CsvSource({"''", "soon", "2026-13-01", "2026-02-30", "3/4/2026", "20261-01-01"})
    void refusesWhatStartsWithNoDate(String typed) {
        assertThat(NextDeadline.read(typed)).isEmpty();
    }

    @Test
    void aCommaInTheOwnersNameDoesNotEndIt() {
        NextDeadline deadline =
                new NextDeadline(LocalDate.of(2026, 12, 2), "Marín,  Rosa", "File, today");
        assertThat(NextDeadline.read(deadline.text())).contains(deadline);
        assertThat(deadline.owner()).isEqualTo("Marín Rosa");
    }
}
