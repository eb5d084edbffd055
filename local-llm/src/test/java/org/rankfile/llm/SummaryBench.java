// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.llm;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.rankfile.llm.extract.BriefRole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Prints what the summariser does with the development grievances and how fast it is. Not part of
/// the build: run it by name with `-Drankfile.measure=true` (docs/model-card.md has the command).
@EnabledIfSystemProperty(named = "rankfile.measure", matches = "true")
final class SummaryBench {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 40;
    private static final int WORDS = 700;

    @Test
    void printMeasures() throws Exception {
        long began = System.nanoTime();
        try (Summariser summariser = Summariser.load()) {
            System.out.printf("load %d ms%n", (System.nanoTime() - began) / 1_000_000);
            var sum = new BriefMeasure(0, 0, 0, 0, 0, 0);
            for (GoldGrievance gold : GoldGrievance.all()) {
                Summary summary = summariser.summarise(gold.text());
                BriefMeasure measure = BriefMeasure.of(gold, summary);
                sum = sum.plus(measure);
                print(gold, summary, measure);
            }
            System.out.println(sum);
            abstention(summariser);
            time(summariser);
        }
    }

    private static void print(GoldGrievance gold, Summary summary, BriefMeasure measure) {
        System.out.printf(
                "%s %s -> %s %s%n  %s%n",
                gold.id(), gold.category(), summary.category(), summary.candidates(), measure);
        for (BriefRole role : BriefRole.values()) {
            String marks =
                    summary.brief().of(role).stream()
                            .map(summary.sentences()::get)
                            .map(s -> gold.matching(s).toString())
                            .collect(Collectors.joining());
            System.out.printf("  %-12s %s of %s%n", role, marks, gold.roles().get(role));
        }
    }

    /// Each role's sentences are cut out of each text that has some: how often is its slot empty?
    private static void abstention(Summariser summariser) throws LlmException {
        for (BriefRole role : BriefRole.values()) {
            int texts = 0;
            int empty = 0;
            for (GoldGrievance gold : GoldGrievance.all()) {
                Summary summary = summariser.summarise(gold.without(role));
                texts += gold.marked(role).isEmpty() ? 0 : 1;
                boolean counts = !gold.marked(role).isEmpty();
                empty += counts && summary.brief().of(role).isEmpty() ? 1 : 0;
            }
            System.out.printf("cut out %-12s: %d of %d slots empty%n", role, empty, texts);
        }
    }

    private static void time(Summariser summariser) throws Exception {
        String text =
                GoldGrievance.all().stream()
                        .flatMap(g -> Arrays.stream(g.text().split("\\s+", -1)))
                        .limit(WORDS)
                        .collect(Collectors.joining(" "));
        for (int i = 0; i < WARM_UP; i++) {
            summariser.summarise(text);
        }
        long[] millis =
                IntStream.range(0, ROUNDS)
                        .mapToLong(i -> millisOf(summariser, text))
                        .sorted()
                        .toArray();
        System.out.printf(
                "%d words, warm: p50 %d ms, p95 %d ms%n",
                WORDS, millis[ROUNDS / 2], millis[ROUNDS * 95 / 100]);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }

    private static long millisOf(Summariser summariser, String text) {
        try {
            return summariser.summarise(text).millis();
        } catch (LlmException e) {
            throw new IllegalStateException(e);
        }
    }
}
