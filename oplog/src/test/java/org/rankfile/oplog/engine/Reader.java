// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.NetworkedReplica;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BooleanSupplier;

/// What a replica reads, and a way to wait for what it says.
final class Reader implements ContentListener {
    final Set<String> texts = new ConcurrentSkipListSet<>();
    private final NetworkedReplica replica;
    private final List<Waiter> waiters = new ArrayList<>();

    private record Waiter(BooleanSupplier condition, CompletableFuture<Boolean> done) {}

    private Reader(NetworkedReplica replica) {
        this.replica = replica;
    }

    static Reader of(NetworkedReplica replica) throws Exception {
        Reader reader = new Reader(replica);
        replica.onEngine(
                        () -> {
                            replica.follow(reader);
                            return reader;
                        })
                .get();
        return reader;
    }

    @Override
    public void admitted(ContentOp op) {
        texts.add(new String(op.body(), UTF_8));
    }

    @Override
    public void changed() {
        for (Waiter waiter : waiters) {
            if (waiter.condition().getAsBoolean()) {
                waiter.done().complete(true);
            }
        }
    }

    /// Waits until a condition holds; it is looked at whenever the replica says that it changed.
    void await(BooleanSupplier condition) throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        replica.onEngine(
                        () -> {
                            waiters.add(new Waiter(condition, done));
                            changed();
                            return replica;
                        })
                .get();
        assertThat(done.get()).isTrue();
    }

    void awaitTexts(String... all) throws Exception {
        await(() -> texts.equals(Set.of(all)));
    }
}
