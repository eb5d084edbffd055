// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import java.util.Set;
import java.util.random.RandomGenerator;

/// When a device hands over its cells, and to whom. Neither depends on whether there is a ballot to
/// hand over, so neither can tell.
final class CellPlan {
    private final Schedule schedule;
    private final RandomGenerator random;
    private int planned = -1;
    private long momentMillis;

    CellPlan(Schedule schedule, RandomGenerator random) {
        this.schedule = schedule;
        this.random = random;
    }

    int window(long millis) {
        return schedule.window(millis);
    }

    /// Whether the cell of the current window is due.
    ///
    /// @param handed the windows in which this device handed over one
    boolean isDue(long nowMillis, Set<Integer> handed) {
        int window = schedule.window(nowMillis);
        if (window > planned) {
            planned = window;
            momentMillis = Math.max(nowMillis, schedule.moment(window, random));
        }
        return !handed.contains(window) && nowMillis >= momentMillis;
    }

    /// Whether a ballot goes into the cell of a window: into none of the window in which it was
    /// cast, or the later cells of a window would more often be the ones that hold something.
    boolean takes(int window, int castIn) {
        return window > castIn || schedule.isHurried(window);
    }

    /// When the cell of the current window is due, in milliseconds since 1970.
    long momentMillis() {
        return momentMillis;
    }

    /// To which witness a cell goes: any but the device itself, since who puts a ballot into the
    /// box must not be who cast it.
    ///
    /// @param own the device's own number among them; negative for none
    int witness(int witnesses, int own) {
        if (own < 0 || witnesses == 1) {
            return random.nextInt(witnesses);
        }
        int other = random.nextInt(witnesses - 1);
        return other < own ? other : other + 1;
    }
}
