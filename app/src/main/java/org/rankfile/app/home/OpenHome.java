// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.home;

import org.rankfile.domain.Union;
import org.rankfile.oplog.NetworkedReplica;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/// An open home: the log, the façade over it, the way to others. Offline until [Network#connect].
/// Any thread.
public final class OpenHome implements AutoCloseable {
    private final Path dir;
    private final Union union;
    private final NetworkedReplica replica;
    private final Network network;
    private final Surroundings surroundings;

    /// What the composition root lends to an open home.
    ///
    /// @param time the wall clock
    /// @param zone in which deadlines are days
    /// @param random is cryptographically strong
    /// @param drafts keeps what was typed and not finished
    /// @param closing gives everything back: keys, files, threads; called once
    public record Surroundings(
            InstantSource time,
            ZoneId zone,
            RandomGenerator random,
            Drafts drafts,
            Runnable closing) {}

    /// A home of these parts.
    public OpenHome(
            Path dir,
            Union union,
            NetworkedReplica replica,
            Network network,
            Surroundings surroundings) {
        this.dir = dir;
        this.union = union;
        this.replica = replica;
        this.network = network;
        this.surroundings = surroundings;
    }

    /// Its directory.
    public Path dir() {
        return dir;
    }

    /// Members, grievances and ballots.
    public Union union() {
        return union;
    }

    /// The log under it: status, invitations, verification.
    public NetworkedReplica replica() {
        return replica;
    }

    /// The way to others.
    public Network network() {
        return network;
    }

    /// Today, where this laptop is.
    public LocalDate today() {
        return LocalDate.ofInstant(surroundings.time().instant(), surroundings.zone());
    }

    /// The zone in which times are shown.
    public ZoneId zone() {
        return surroundings.zone();
    }

    /// Randomness for secrets.
    public RandomGenerator random() {
        return surroundings.random();
    }

    /// What was typed and not finished.
    public Drafts drafts() {
        return surroundings.drafts();
    }

    /// The clock.
    public InstantSource time() {
        return surroundings.time();
    }

    /// Disconnects, drops the keys and lets another process open the home. Nothing acknowledged is
    /// lost.
    @Override
    public void close() {
        network.close();
        surroundings.closing().run();
    }
}
