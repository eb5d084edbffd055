// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.demo.Machinery;
import org.rankfile.app.home.Homes;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/// Gives the demo what it runs on: processes of this very program, pauses, a last will.
final class Stagehand {
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    private Stagehand() {}

    static Machinery machinery(Machine machine, Homes homes, ExecutorService io) {
        return new Machinery(
                Stagehand::command,
                homes,
                machine.random(),
                machine.time(),
                Thread::sleep,
                io,
                Stagehand::onEnd);
    }

    /// Short-lived processes on a machine that runs several: the quick compiler, a small heap, the
    /// archive of loaded classes where this process has one.
    private static List<String> command(Path temp) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xlog:disable",
                        "-Xlog:all=off",
                        "-ea",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.io.tmpdir=" + temp));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(ARCHIVE))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        return command;
    }

    private static Runnable onEnd(Runnable work) {
        Thread last = new Thread(work, "demo-end");
        Runtime.getRuntime().addShutdownHook(last);
        return () -> forget(last);
    }

    private static void forget(Thread last) {
        try {
            Runtime.getRuntime().removeShutdownHook(last);
        } catch (IllegalStateException endingAlready) {
            // Then it runs, and finds nothing left to do.
        }
    }
}
