// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.app.cli.BenchSuite.Target;

import java.util.function.Consumer;

/// Writes the lines of one bench.
///
/// @param judged whether targets are told
record Report(String bench, boolean judged, Consumer<Line> lines) {
    /// A quantity without a target.
    void plain(String what, double value, String unit) {
        lines.accept(new Line(bench, what, value, unit, null));
    }

    void atMost(String what, double value, String unit, double target) {
        lines.accept(new Line(bench, what, value, unit, target(false, target)));
    }

    void atLeast(String what, double value, String unit, double target) {
        lines.accept(new Line(bench, what, value, unit, target(true, target)));
    }

    /// The median, and the warm-up on a line of its own.
    void median(String what, Series series, double targetMillis) {
        plain(what + ", first run", series.warmUpMillis(), "ms");
        atMost(what, series.medianMillis(), "ms", targetMillis);
    }

    private @Nullable Target target(boolean least, double value) {
        return judged ? new Target(least, value) : null;
    }
}
