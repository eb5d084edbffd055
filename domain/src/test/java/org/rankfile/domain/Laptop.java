// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.crypto.Secret;
import org.rankfile.domain.vote.ProvedBallots;
import org.rankfile.net.Multiaddr;
import org.rankfile.oplog.Alarm;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.oplog.Replicas;
import org.rankfile.oplog.Role;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.Stores;
import org.rankfile.testkit.ManualTime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// One person's device, whole: store on disk, replica, façade. The network is loopback.
final class Laptop implements AutoCloseable {
    private static final Multiaddr LOOPBACK = Multiaddr.of("/ip4/127.0.0.1/tcp/0");

    private final ExecutorService engine = Executors.newSingleThreadExecutor();
    private final ExecutorService io = Executors.newVirtualThreadPerTaskExecutor();
    private final Store store;
    private final ManualTime time = ManualTime.atTestMorning();
    final NetworkedReplica replica;
    final Union union;

    private interface Start {
        NetworkedReplica replica(ReplicaParts parts) throws Exception;
    }

    private Laptop(Path dir, Start start) throws Exception {
        Path file = dir.resolve("log");
        Secret key = Secret.copyOf(new byte[32]);
        store =
                Files.exists(file)
                        ? Stores.open(file, key, new SecureRandom())
                        : Stores.create(file, key, new SecureRandom());
        replica =
                start.replica(
                        new ReplicaParts(store, engine, io, new SecureRandom(), time, Alarm.NEVER));
        union =
                Union.over(
                                new UnionParts(
                                        replica,
                                        new MapIndex(),
                                        new SecureRandom(),
                                        time,
                                        new MapSecrets(new ConcurrentHashMap<>(), Set.of()),
                                        ProvedBallots.NOTHING,
                                        Alarm.NEVER))
                        .get();
    }

    static Laptop founder(Path dir) throws Exception {
        return new Laptop(dir, parts -> Replicas.found(parts, new Founding("Local 12", "Ana")));
    }

    static Laptop reopened(Path dir) throws Exception {
        return new Laptop(dir, Replicas::open);
    }

    /// Joins by an invitation of this one.
    Laptop admits(Path dir, String name, Role role) throws Exception {
        replica.listen(LOOPBACK);
        Invitation invitation =
                replica.onEngine(() -> replica.invite(role, Duration.ofHours(1), true)).get();
        return new Laptop(dir, parts -> Replicas.join(parts, invitation, name, words -> {}));
    }

    /// Connects to another.
    void meets(Laptop other) throws Exception {
        replica.dial(other.replica.listen(LOOPBACK).getFirst());
    }

    Outcome does(Command command) throws Exception {
        return union.submit(command).get(20, TimeUnit.SECONDS);
    }

    /// Waits until a condition on this laptop's snapshot holds.
    void waitUntil(BooleanSupplier condition) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        Runnable check =
                () -> {
                    if (condition.getAsBoolean()) {
                        reached.countDown();
                    }
                };
        Runnable end = union.subscribe(check);
        // On the engine thread: there, status and snapshot are of the same moment.
        replica.onEngine(
                        () -> {
                            check.run();
                            return true;
                        })
                .get(20, TimeUnit.SECONDS);
        if (!reached.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("waited in vain");
        }
        end.run();
    }

    @Override
    public void close() throws StoreException {
        replica.close();
        engine.shutdownNow();
        io.shutdownNow();
        store.close();
    }
}
