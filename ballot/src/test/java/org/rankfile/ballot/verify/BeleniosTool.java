// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

import org.rankfile.ballot.Malformed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// belenios-tool, where it is installed: an implementation that is not ours.
public final class BeleniosTool {
    private static final long PATIENCE_MINUTES = 5;

    private BeleniosTool() {}

    /// Whether it is there.
    public static boolean isInstalled() throws IOException, InterruptedException {
        try {
            return run(Path.of("."), "belenios-tool", "--version") == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /// Whether it finds that an archive holds, from its set-up to its result.
    public static boolean accepts(Path empty, String uuid, byte[] archive)
            throws IOException, InterruptedException {
        Files.write(empty.resolve(uuid + ".bel"), archive);
        return run(empty, "belenios-tool", "election", "verify") == 0;
    }

    /// An election that it makes, by the files that are in the folder.
    static byte[] make(Path folder, String mode, String group)
            throws IOException, InterruptedException, Malformed {
        Path script = Path.of(System.getProperty("basedir", "."), "src/test/belenios");
        String absolute = script.resolve("make-election.sh").toAbsolutePath().toString();
        if (run(folder, "bash", absolute, mode, group) != 0) {
            throw new IOException("the election could not be made");
        }
        try (var files = Files.list(folder)) {
            Path made =
                    files.filter(file -> file.toString().endsWith(".bel")).findAny().orElseThrow();
            return Files.readAllBytes(made);
        }
    }

    private static int run(Path folder, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("it does not end");
        }
        return process.exitValue();
    }
}
