// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.shell;

import org.rankfile.app.feature.ballots.Polls;
import org.rankfile.app.feature.grievances.Summaries;
import org.rankfile.app.feature.settings.PreferencesFile;
import org.rankfile.app.feature.welcome.DemoHome;
import org.rankfile.app.fx.FileChoice;
import org.rankfile.app.fx.Session;
import org.rankfile.app.fx.Tasks;
import org.rankfile.app.fx.Ticker;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the window is given by the composition root.
///
/// @param home the real home, there or not
/// @param demo invented data in a home of its own
/// @param time for the idle lock
/// @param listenAt where to listen when the person chooses to connect; may block on the system
/// @param polls the ballots of an open home
/// @param files asks for files
/// @param serving what else uses an open home
public record Environment(
        Homes homes,
        Path home,
        DemoHome demo,
        Tasks tasks,
        Ticker ticker,
        InstantSource time,
        PreferencesFile preferences,
        Supplier<List<String>> listenAt,
        Summaries summaries,
        Function<Session, Polls> polls,
        FileChoice files,
        Serving serving) {
    /// What else uses an open home while the window has it: the command line.
    ///
    /// @param serve begins; what it returns is closed before the home is
    /// @param locked is told whether a home is there but locked
    public record Serving(Function<OpenHome, Ending> serve, Consumer<Boolean> locked) {
        /// Ends what was begun; must not fail.
        @FunctionalInterface
        public interface Ending extends AutoCloseable {
            @Override
            void close();
        }

        /// Nothing.
        public static Serving nothing() {
            return new Serving(home -> () -> {}, locked -> {});
        }
    }
}
