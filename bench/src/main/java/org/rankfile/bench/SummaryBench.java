// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.cli.BenchSuite.Line;
import org.rankfile.domain.demo.DemoData;
import org.rankfile.llm.LlmException;
import org.rankfile.llm.Summariser;
import org.rankfile.llm.Summary;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A grievance summarised on one thread.
final class SummaryBench implements Bench {
    private static final double TARGET_MILLIS = 150;

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String measures() {
        return "summarising a grievance";
    }

    @Override
    public void run(Workshop workshop, Consumer<Line> lines) throws BenchFailed {
        Sizes sizes = workshop.sizes();
        Report report = new Report(name(), sizes.judged(), lines);
        String text = text(sizes.words());
        long start = System.nanoTime();
        try (Summariser summariser = Summariser.load()) {
            report.plain("loading the model", (System.nanoTime() - start) / 1e6, "ms");
            Series series = new Series(sizes.runs());
            for (int i = 0; i <= sizes.runs(); i++) {
                long before = System.nanoTime();
                Summary summary = summariser.summarise(text);
                series.add(System.nanoTime() - before);
                if (summary.sentences().isEmpty() && sizes.judged()) {
                    throw new BenchFailed("There was no summary.", null);
                }
            }
            report.median("a text of " + sizes.words() + " words", series, TARGET_MILLIS);
        } catch (LlmException failed) {
            throw new BenchFailed("The model did not run: " + failed.reason(), failed);
        }
    }

    /// The first words of the invented statements, from the beginning again where those do not
    /// suffice: nothing is remembered from one sentence to the next.
    private static String text(int words) {
        List<String> known = List.of(String.join(" ", DemoData.statements()).split("\\s+"));
        return IntStream.range(0, words)
                .mapToObj(i -> known.get(i % known.size()))
                .collect(Collectors.joining(" "));
    }
}
