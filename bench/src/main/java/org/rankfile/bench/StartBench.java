// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// A process started, to print its version and end.
final class StartBench implements Bench {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public String measures() {
        return "starting the JVM";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        ChildJvm jvm = new ChildJvm(workshop.fresh("classes"));
        Series series = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            long start = System.nanoTime();
            jvm.run("org.rankfile.app.boot.Main", List.of("--version"));
            series.add(System.nanoTime() - start);
        }
        Report report = new Report(name(), sizes.judged(), lines);
        report.plain("a process that prints its version", series.medianMillis(), "ms");
        report.plain("the same, making its archive of classes", series.warmUpMillis(), "ms");
    }
}
