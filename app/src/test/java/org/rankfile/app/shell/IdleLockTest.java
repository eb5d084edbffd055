// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rankfile.testkit.ManualTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Locking after a time without a key or a click.
class IdleLockTest {
    private final ManualTime time = ManualTime.atTestMorning();
    private final List<Runnable> looks = new ArrayList<>();
    private final List<Long> warnings = new ArrayList<>();
    private int locks;
    private final IdleLock lock =
            new IdleLock(
                    time,
                    (period, task) -> {
                        looks.add(task);
                        return () -> {};
                    },
                    () -> Duration.ofMinutes(5),
                    () -> locks++,
                    warnings::add);

    private void after(Duration idle) {
        time.advance(idle);
        looks.forEach(Runnable::run);
    }

    @Test
    void locksOnceAfterTheTimeWasIdle() {
        lock.start();
        after(Duration.ofSeconds(299));
        assertThat(locks).isZero();
        after(Duration.ofSeconds(1));
        after(Duration.ofHours(1));
        assertThat(locks).isOne();
    }

    @Test
    void aKeyStartsTheTimeAnew() {
        lock.start();
        after(Duration.ofMinutes(4));
        lock.touched();
        after(Duration.ofMinutes(4));
        assertThat(locks).isZero();
    }

    @Test
    void warnsInTheLastHalfMinuteAndTakesItBack() {
        lock.start();
        after(Duration.ofSeconds(269));
        assertThat(warnings).isEmpty();
        after(Duration.ofSeconds(1));
        lock.touched();
        assertThat(warnings).containsExactly(30L, 0L);
    }

    @Test
    void aLaptopThatSleptIsLockedWhenItWakes() {
        lock.start();
        after(Duration.ofHours(9));
        assertThat(locks).isOne();
    }

    @Test
    void nothingIsLockedWhileNoHomeIsOpen() {
        after(Duration.ofHours(1));
        lock.start();
        lock.stop();
        after(Duration.ofHours(1));
        assertThat(locks).isZero();
    }
}
