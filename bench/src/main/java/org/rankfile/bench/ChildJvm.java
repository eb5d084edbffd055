// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Processes of this very program, with the flags that the launcher gave this one. They have an
/// archive of loaded classes of their own, which the first of them makes where it can be made.
record ChildJvm(Path archive) {
    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    /// Runs a process to its end.
    ///
    /// @param arguments of the JVM are those that start with `-D`
    /// @return when its first line came, as [System#nanoTime] tells it
    long run(String main, List<String> arguments)
            throws BenchFailed, IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X") || argument.startsWith("--"))
                .filter(argument -> !argument.startsWith(ARCHIVE))
                .forEach(command::add);
        String classPath = System.getProperty("java.class.path");
        if (isOfJars(classPath)) {
            command.add("-XX:+AutoCreateSharedArchive");
            command.add(ARCHIVE + archive);
            command.add("-Xlog:disable");
        }
        arguments.stream().filter(ChildJvm::isProperty).forEach(command::add);
        command.addAll(List.of("-cp", classPath, main));
        arguments.stream().filter(argument -> !isProperty(argument)).forEach(command::add);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            boolean said = out.readLine() != null;
            long first = System.nanoTime();
            out.lines().forEach(line -> {});
            if (process.waitFor() != 0 || !said) {
                throw new BenchFailed("A process of this program failed: " + main, null);
            }
            return first;
        } finally {
            process.destroyForcibly();
        }
    }

    /// The JVM makes no archive of classes that lie in folders, as they do in the tests.
    private static boolean isOfJars(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .noneMatch(entry -> Files.isDirectory(Path.of(entry)));
    }

    private static boolean isProperty(String argument) {
        return argument.startsWith("-D");
    }
}
