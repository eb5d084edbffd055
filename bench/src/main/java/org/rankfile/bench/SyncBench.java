// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.app.home.HomeRefused;

import java.io.IOException;
import java.util.function.Consumer;

/// Two peers on the loopback address: the second joins, gets everything, comes back for what it
/// missed, and comes back when there is nothing new.
final class SyncBench implements Bench {
    private static final double FRESH_MILLIS = 3_000;
    private static final double FRESH_MEGABYTES = 15;
    private static final double MORE_MILLIS = 500;
    private static final double NOTHING_MILLIS = 20;
    private static final double NOTHING_BYTES = 1_000;

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String measures() {
        return "synchronising two peers";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines)
            throws BenchFailed, HomeRefused, IOException, InterruptedException {
        Sizes sizes = workshop.sizes();
        Series fresh = new Series(sizes.runs());
        Series more = new Series(sizes.runs());
        Series nothing = new Series(sizes.runs());
        long freshBytes = 0;
        long moreBytes = 0;
        long nothingBytes = 0;
        for (int i = 0; i <= sizes.runs(); i++) {
            try (Pair pair = Pair.founded(workshop)) {
                fresh.add(pair.join());
                freshBytes = pair.bytes();
                pair.writeMore();
                more.add(pair.meet());
                moreBytes = pair.bytes();
                nothing.add(pair.meet());
                nothingBytes = pair.bytes();
            }
        }
        Report report = new Report(name(), sizes.judged(), lines);
        report.median("a fresh peer of " + sizes.ops() + " ops", fresh, FRESH_MILLIS);
        report.atMost("all it took on the wire", freshBytes / 1e6, "MB", FRESH_MEGABYTES);
        report.median(sizes.more() + " ops missed: dialled and read", more, MORE_MILLIS);
        report.plain("all it took on the wire", moreBytes / 1e6, "MB");
        report.median("nothing changed: dialled and compared", nothing, NOTHING_MILLIS);
        report.plain("the whole connection on the wire", (double) nothingBytes, "bytes");
        report.atMost(
                "of that, for the circle",
                (double) Comparison.bytes(sizes.ops()),
                "bytes",
                NOTHING_BYTES);
    }
}
