// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.Network;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// What this machine gives: clock, randomness, timers, the user's folder. The only place where they
/// are made.
///
/// @param usualHome the home that is meant when none is named
/// @param pacer runs things later
record Machine(
        RandomGenerator random,
        InstantSource time,
        ZoneId zone,
        Path usualHome,
        Network.Pacer pacer) {
    /// The real one.
    static Machine real() {
        return new Machine(
                new SecureRandom(),
                InstantSource.system(),
                ZoneId.systemDefault(),
                usualHome(
                        System.getProperty("os.name", ""),
                        Path.of(System.getProperty("user.home", "."))),
                (delay, task) ->
                        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(task));
    }

    /// Where programs keep a user's data on this system.
    static Path usualHome(String system, Path user) {
        if (system.startsWith("Windows")) {
            return user.resolve("AppData").resolve("Local").resolve("rankfile").resolve("home");
        }
        if (system.startsWith("Mac")) {
            return user.resolve("Library")
                    .resolve("Application Support")
                    .resolve("rankfile")
                    .resolve("home");
        }
        return user.resolve(".local").resolve("share").resolve("rankfile").resolve("home");
    }
}
