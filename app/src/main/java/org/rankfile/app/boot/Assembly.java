// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.boot;

import org.rankfile.app.home.HomeFault;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Network;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Kdf;
import org.rankfile.crypto.Label;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.Union;
import org.rankfile.domain.UnionParts;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaParts;
import org.rankfile.store.Home;
import org.rankfile.store.SearchIndex;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;
import org.rankfile.store.Stores;
import org.rankfile.store.Strongbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Puts the parts of an open home together; whoever closes it before [#finish] gives them back.
final class Assembly implements AutoCloseable {
    static final int ROOT_BYTES = 32;
    private static final Label STORE_KEY = new Label("rankfile/home-store-key/1");
    private static final int KEY_BYTES = 32;

    private final Machine machine;
    private final Home home;
    private final Store store;
    private final Strongbox strongbox;
    private final ExecutorService engine;
    private final ExecutorService io;
    private final SearchIndex index = Stores.searchIndex();
    private boolean finished;

    private Assembly(Machine machine, Home home, Store store, Strongbox strongbox) {
        this.machine = machine;
        this.home = home;
        this.store = store;
        this.strongbox = strongbox;
        engine = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("engine").factory());
        io = Executors.newVirtualThreadPerTaskExecutor();
    }

    /// A new store in a home. The home is closed with the assembly.
    static Assembly create(Machine machine, Home home, Secret root) throws StoreException {
        try (Secret key = storeKey(root)) {
            return with(machine, home, root, Stores.create(home.log(), key, machine.random()));
        }
    }

    /// The store in a home.
    static Assembly open(Machine machine, Home home, Secret root) throws StoreException {
        try (Secret key = storeKey(root)) {
            return with(machine, home, root, Stores.open(home.log(), key, machine.random()));
        }
    }

    private static Assembly with(Machine machine, Home home, Secret root, Store store)
            throws StoreException {
        try {
            return new Assembly(machine, home, store, Strongbox.open(home, root, machine.random()));
        } catch (StoreException failed) {
            store.close();
            throw failed;
        }
    }

    private static Secret storeKey(Secret root) {
        return Kdf.hkdfSha256(root, new byte[0], STORE_KEY, new byte[0], KEY_BYTES);
    }

    ReplicaParts parts() {
        return new ReplicaParts(
                store, engine, io, machine.random(), machine.time(), machine.pacer()::later);
    }

    /// The open home over a replica of these parts. Folds the whole log first.
    OpenHome finish(NetworkedReplica replica) throws HomeRefused {
        try {
            Union union =
                    Union.over(
                                    new UnionParts(
                                            replica,
                                            new StoredIndex(index),
                                            machine.random(),
                                            machine.time(),
                                            new StoredSecrets(strongbox),
                                            new StoredProofs(store),
                                            machine.pacer()::later))
                            .get();
            Network network = new Network(replica, new StoredAddresses(store), io, machine.pacer());
            finished = true;
            return new OpenHome(
                    home.dir(),
                    union,
                    replica,
                    network,
                    new OpenHome.Surroundings(
                            machine.time(),
                            machine.zone(),
                            machine.random(),
                            new StoredDrafts(store),
                            () -> giveBack(replica)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HomeRefused(HomeFault.INTERRUPTED, e);
        } catch (ExecutionException e) {
            throw new HomeRefused(HomeFault.LOG_DAMAGED, e);
        } finally {
            if (!finished) {
                replica.close();
            }
        }
    }

    private void giveBack(NetworkedReplica replica) {
        replica.close();
        giveBack();
    }

    private void giveBack() {
        engine.shutdown();
        io.shutdown();
        index.close();
        strongbox.close();
        store.close();
        home.close();
    }

    @Override
    public void close() {
        if (!finished) {
            giveBack();
        }
    }
}
