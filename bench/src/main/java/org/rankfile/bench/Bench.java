// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.app.home.HomeRefused;

import java.io.IOException;
import java.util.function.Consumer;

/// One measurement. It warms up first and says how long that took on a line of its own.
interface Bench {
    /// What it is called on the command line.
    String name();

    /// What it measures, in a few words.
    String measures();

    /// Measures; blocks for seconds up to a minute.
    void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, HomeRefused, IOException, InterruptedException;
}
