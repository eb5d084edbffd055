// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.rankfile.app.desk.Answer;
import org.rankfile.app.desk.Json;
import org.rankfile.app.home.Homes;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// `bench`: speed, measured on this machine, beside the targets.
@Command(name = "bench", description = "Measure speed on this machine; takes minutes.")
final class BenchVerb extends Verb {
    private final Homes homes;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One measurement; else all.")
    @Nullable String name;

    @Option(
            names = "--quick",
            description = "Small numbers: shows that everything runs, not how fast.")
    boolean quick;

    BenchVerb(Screen screen, Homes homes) {
        super(screen);
        this.homes = homes;
    }

    @Override
    Answer run() {
        Optional<BenchSuite> suite = ServiceLoader.load(BenchSuite.class).findFirst();
        if (suite.isEmpty()) {
            return new Answer.Refused(
                    "no_bench", "This build has no measurements. Use the rankfile of the sources.");
        }
        if (name != null && suite.get().topics().stream().noneMatch(t -> t.name().equals(name))) {
            return new Answer.Refused("no_such_bench", "Say one of: " + names(suite.get()) + ".");
        }
        ObjectNode result = Json.object();
        ArrayNode lines = result.putArray("lines");
        try {
            suite.get()
                    .run(
                            new BenchSuite.Order(Optional.ofNullable(name), quick),
                            homes,
                            line -> add(lines, line));
        } catch (BenchFailed failed) {
            return new Answer.Refused("bench_failed", String.valueOf(failed.getMessage()));
        }
        return new Answer.Done(result);
    }

    private static String names(BenchSuite suite) {
        return suite.topics().stream()
                .map(topic -> topic.name() + " (" + topic.measures() + ")")
                .collect(Collectors.joining(", "));
    }

    private void add(ArrayNode lines, BenchSuite.Line line) {
        ObjectNode json = lines.addObject();
        json.put("bench", line.topic()).put("what", line.what());
        json.put("value", line.value()).put("unit", line.unit());
        BenchSuite.Target target = line.target();
        if (target != null) {
            json.put(target.least() ? "atLeast" : "atMost", target.value());
            json.put("met", line.isMet());
        }
        if (this.json) {
            screen.note(text(line));
        } else {
            screen.line(text(line));
        }
    }

    private static String text(BenchSuite.Line line) {
        BenchSuite.Target target = line.target();
        String value =
                String.format(
                        Locale.ROOT,
                        "%-8s %-62s %12s %s",
                        line.topic(),
                        line.what(),
                        number(line.value()),
                        line.unit());
        return target == null
                ? value
                : value
                        + (target.least() ? "  (at least " : "  (at most ")
                        + number(target.value())
                        + (line.isMet() ? ": met)" : ": NOT MET)");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%,.2f" : "%,.0f", value);
    }

    @Override
    void show(ObjectNode result) {
        int missed = 0;
        int targets = 0;
        for (var line : result.path("lines")) {
            targets += line.has("met") ? 1 : 0;
            missed += line.has("met") && !line.path("met").asBoolean() ? 1 : 0;
        }
        if (targets > 0) {
            screen.line((targets - missed) + " of " + targets + " targets are met.");
        }
    }
}
