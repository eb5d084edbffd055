// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.Limits;
import org.rankfile.testkit.ManualTime;

import java.time.Duration;
import java.time.Instant;

class HybridClockTest {
    private final ManualTime time = ManualTime.atTestMorning();
    private final HybridClock clock = new HybridClock(time);

    private long millis() {
        return time.millis();
    }

    @Test
    @DisplayName(
            "OP-19: every reading is later than the one before, also when the clock is set back")
    void readingsAscend() {
        Hlc first = clock.next();
        Hlc second = clock.next();
        time.advance(Duration.ofHours(-1));
        Hlc third = clock.next();
        assertThat(first).isEqualTo(new Hlc(millis() + 3_600_000, 0)).isLessThan(second);
        assertThat(second).isLessThan(third);
    }

    @Test
    @DisplayName("OP-19: what was seen is behind us; a clock in the year 9999 drags nobody there")
    void othersMoveUsByAtMostADay() {
        clock.saw(new Hlc(millis() + Limits.CLOCK_AHEAD_MILLIS, 7));
        Hlc ahead = clock.next();
        assertThat(ahead).isEqualTo(new Hlc(millis() + Limits.CLOCK_AHEAD_MILLIS, 8));
        clock.saw(new Hlc(millis() + Limits.CLOCK_AHEAD_MILLIS + 1, 0));
        clock.saw(new Hlc(Instant.parse("9999-01-01T00:00:00Z").toEpochMilli(), 0));
        clock.saw(new Hlc(millis() + Limits.CLOCK_AHEAD_MILLIS, Limits.CLOCK_COUNTER));
        assertThat(clock.next()).isEqualTo(new Hlc(ahead.millis(), 9));
    }
}
