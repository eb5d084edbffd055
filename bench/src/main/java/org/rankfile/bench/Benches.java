// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// All measurements, in the order in which they are made.
public final class Benches implements BenchSuite {
    private static final List<Bench> ALL =
            List.of(
                    new StartBench(),
                    new WindowBench(),
                    new ImportBench(),
                    new AppendBench(),
                    new OpenBench(),
                    new SyncBench(),
                    new SummaryBench(),
                    new BallotsBench(),
                    new ManyBallotsBench());

    /// For [java.util.ServiceLoader].
    public Benches() {}

    @Override
    public List<Topic> topics() {
        return ALL.stream().map(bench -> new Topic(bench.name(), bench.measures())).toList();
    }

    @Override
    public void run(Order order, Homes homes, Consumer<Line> lines) throws BenchFailed {
        Sizes sizes = order.quick() ? Sizes.QUICK : Sizes.FULL;
        try (Scratch scratch = Scratch.make()) {
            Workshop workshop = new Workshop(homes, scratch.folder(), sizes);
            for (Bench bench : ALL) {
                if (order.name().isEmpty() || order.name().get().equals(bench.name())) {
                    bench.run(workshop, lines);
                }
            }
        } catch (IOException failed) {
            throw new BenchFailed("The disk or the network failed: " + failed.getMessage(), failed);
        } catch (HomeRefused refused) {
            throw new BenchFailed("A home could not be used: " + refused.fault(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("Interrupted.", stopped);
        }
    }
}
