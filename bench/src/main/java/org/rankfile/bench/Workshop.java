// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.home.HomeRefused;
import org.rankfile.app.home.Homes;
import org.rankfile.app.home.OpenHome;
import org.rankfile.crypto.Secret;
import org.rankfile.domain.event.Envelope;
import org.rankfile.domain.event.Event;
import org.rankfile.domain.event.EventCodec;
import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.record.Ledger;
import org.rankfile.domain.record.RecordIds;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Founding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// What all benches work with: homes of a local of invented people, and ops of one event each.
final class Workshop {
    private static final int BODY_BYTES = 500;
    private static final int BATCH = 1_000;
    private static final int ID_BYTES = 10;

    private final Homes homes;
    private final Path folder;
    private final Sizes sizes;
    private final AtomicInteger made = new AtomicInteger();

    Workshop(Homes homes, Path folder, Sizes sizes) {
        this.homes = homes;
        this.folder = folder;
        this.sizes = sizes;
    }

    Homes homes() {
        return homes;
    }

    Sizes sizes() {
        return sizes;
    }

    /// A path that nothing has had yet.
    Path fresh(String name) {
        return folder.resolve(name + made.incrementAndGet());
    }

    /// A passphrase, which the caller wipes.
    static Secret passphrase() {
        return Secret.copyOf("a passphrase to measure".getBytes(StandardCharsets.UTF_8));
    }

    /// A new home of a new local.
    OpenHome found() throws HomeRefused {
        try (Secret passphrase = passphrase()) {
            return homes.create(
                    fresh("home"), passphrase, new Founding("Local 1021", "Rosa Marín"));
        }
    }

    OpenHome open(Path home) throws HomeRefused {
        try (Secret passphrase = passphrase()) {
            return homes.open(home, passphrase);
        }
    }

    /// Bodies of 500 bytes, each with one event that makes a worker.
    ///
    /// @param from the number of the first worker
    static List<byte[]> bodies(int from, int count) {
        List<byte[]> bodies = new ArrayList<>(count);
        for (int i = from; i < from + count; i++) {
            int empty = body(i, "").length;
            // The length of a text of this size takes two bytes more than that of an empty one.
            bodies.add(body(i, "x".repeat(BODY_BYTES - empty - 2)));
        }
        return bodies;
    }

    private static byte[] body(int worker, String notes) {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("first_name", "Amara");
        fields.put("last_name", "Okafor " + worker);
        fields.put("employee_no", String.valueOf(10_000 + worker));
        fields.put("department", "Line 1");
        fields.put("notes", notes);
        String id = RecordIds.text(ByteBuffer.allocate(ID_BYTES).putInt(worker).array());
        Event event = new Event.Put(RecordKey.worker(id), fields);
        return EventCodec.encode(new Envelope(Optional.empty(), List.of(), List.of(event)));
    }

    /// Writes ops, many in one commit.
    static void write(OpenHome home, List<byte[]> bodies) throws BenchFailed, InterruptedException {
        for (int at = 0; at < bodies.size(); at += BATCH) {
            List<byte[]> some = bodies.subList(at, Math.min(bodies.size(), at + BATCH));
            List<ContentOp> ops =
                    await(
                            home.replica()
                                    .onEngine(() -> home.replica().appendAll(Ledger.CIRCLE, some)));
            if (ops.size() != some.size()) {
                throw new BenchFailed("Not everything was written.", null);
            }
        }
    }

    /// What a future comes to.
    static <T> T await(Future<T> future) throws BenchFailed, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new BenchFailed("The work failed: " + failed.getCause(), failed);
        }
    }
}
