// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// The desktop started, without a display, until its first window was drawn.
final class WindowBench implements Bench {
    private static final double TARGET_MILLIS = 1_500;

    @Override
    public String name() {
        return "window";
    }

    @Override
    public String measures() {
        return "showing the desktop";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        ChildJvm jvm = new ChildJvm(workshop.fresh("classes"));
        Series series = new Series(sizes.runs());
        for (int i = 0; i <= sizes.runs(); i++) {
            String home = workshop.fresh("none").toString();
            List<String> arguments =
                    List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "--home", home);
            long start = System.nanoTime();
            series.add(jvm.run(FirstWindow.class.getName(), arguments) - start);
        }
        Report report = new Report(name(), sizes.judged(), lines);
        report.plain(
                "the process to its window, no archive of classes yet",
                series.warmUpMillis(),
                "ms");
        report.atMost("the process to its window", series.medianMillis(), "ms", TARGET_MILLIS);
    }
}
