// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.demo.DemoFailed;
import org.rankfile.app.demo.Script;
import org.rankfile.app.desk.Desk;
import org.rankfile.app.home.Homes;
import org.rankfile.crypto.Secret;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// What the command line is run with; made by the composition root, or by a test.
///
/// @param in standard input
/// @param out for results
/// @param err for everything else
/// @param homes the homes of this machine
/// @param summaries loads the model when first used
/// @param io runs each task on a thread of its own
/// @param terminal asks for passphrases
/// @param stay how `run` waits
/// @param programs what is larger than a command
public record Surroundings(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Homes homes,
        Desk.Summaries summaries,
        Executor io,
        Terminal terminal,
        Stay stay,
        Programs programs) {
    /// What the command line only starts.
    ///
    /// @param demo runs the demo
    /// @param pictures makes pictures of the desktop
    /// @param desktop what a command line without a command does
    public record Programs(Demonstration demo, Pictures pictures, Desktop desktop) {}

    /// Asks on the terminal, without echo.
    @FunctionalInterface
    public interface Terminal {
        /// What was typed, in UTF-8; empty where there is no terminal.
        Optional<Secret> passphrase(String prompt);
    }

    /// Waits while a peer runs.
    @FunctionalInterface
    public interface Stay {
        /// Returns when the time is over, or earlier when the process is told to end.
        ///
        /// @param time empty for ever
        void until(Optional<Duration> time);
    }

    /// Runs the demo.
    @FunctionalInterface
    public interface Demonstration {
        /// Returns what came of it.
        ///
        /// @param progress is given a line for a person after each step
        ObjectNode run(Script script, Consumer<String> progress) throws DemoFailed;
    }

    /// Makes pictures of the desktop's screens.
    @FunctionalInterface
    public interface Pictures {
        /// Returns the exit code.
        ///
        /// @param out the folder for them, made if it is not there
        /// @param progress is given a line for each
        int make(Path out, PrintWriter progress);
    }

    /// Opens the desktop.
    @FunctionalInterface
    public interface Desktop {
        /// Returns the exit code when the window was closed.
        ///
        /// @param home the home to open
        int open(Path home);
    }
}
