// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The tool that Belenios itself has for checking an election, where it is installed (`apt-get
/// install belenios-tool`).
///
/// @param program where it is
record BeleniosTool(Path program) {
    private static final String NAME = "belenios-tool";

    static Optional<BeleniosTool> installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .findFirst()
                .map(BeleniosTool::new);
    }

    /// Verifies the one archive in a folder.
    ///
    /// @return how long the process took, in nanoseconds
    long verify(Path folder) throws IOException, InterruptedException, BenchFailed {
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "election",
                                "verify",
                                "--dir",
                                folder.toString())
                        .redirectOutput(Redirect.DISCARD)
                        .redirectError(Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new BenchFailed(NAME + " refused the archive.", null);
            }
            return System.nanoTime() - start;
        } finally {
            process.destroyForcibly();
        }
    }
}
