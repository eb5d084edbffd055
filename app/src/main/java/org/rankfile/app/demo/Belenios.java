// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The tool of the Belenios project, where it is installed: another program, by other people, that
/// verifies the record of an election.
final class Belenios {
    private static final long MINUTES = 1;

    private final Path folder;

    /// @param folder with the archive and nothing else
    Belenios(Path folder) {
        this.folder = folder;
    }

    /// `accepted`, or `not installed`.
    ///
    /// @throws DemoFailed if it rejects the archive
    String verdict() throws DemoFailed {
        Process process;
        try {
            process =
                    new ProcessBuilder("belenios-tool", "election", "verify")
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException none) {
            return "not installed";
        }
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            DemoFailed.unless(
                    ended && process.exitValue() == 0, "belenios-tool does not accept the record");
            return "accepted";
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
