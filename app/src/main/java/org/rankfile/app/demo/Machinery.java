// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import org.rankfile.app.home.Homes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;

/// What the demo runs on; made by the composition root.
///
/// @param launch how another process of this program is started
/// @param homes opens a home in this process
/// @param random for keys: a strong source
/// @param time the wall clock
/// @param pause waits
/// @param io runs each task on a thread of its own
/// @param ending what is done should this process be told to end meanwhile
public record Machinery(
        Launch launch,
        Homes homes,
        RandomGenerator random,
        InstantSource time,
        Pause pause,
        ExecutorService io,
        Ending ending) {
    /// How a process of this program is started.
    @FunctionalInterface
    public interface Launch {
        /// The command up to this program's own arguments.
        ///
        /// @param temp the folder for its temporary files
        List<String> command(Path temp);
    }

    /// Waits for a while.
    @FunctionalInterface
    public interface Pause {
        /// Returns after the time.
        void time(Duration time) throws InterruptedException;
    }

    /// Work for the end of this process, should it come early.
    @FunctionalInterface
    public interface Ending {
        /// Notes the work down.
        ///
        /// @return forgets it again
        Runnable onEnd(Runnable work);
    }
}
