// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.PreKey;
import org.rankfile.crypto.Secret;
import org.rankfile.crypto.SigningKey;
import org.rankfile.net.NetworkKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.join.Device;
import org.rankfile.store.ReadTxn;
import org.rankfile.store.StoreException;
import org.rankfile.store.StoreException.Reason;
import org.rankfile.store.WriteTxn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a replica keeps beside the log: its keys, its circles, the private network.
final class Records {
    private static final String SELF = "self";
    private static final String CIRCLES = "circles";
    private static final byte[] DEVICE = key("device");
    private static final byte[] NETWORK = key("network");
    private static final byte[] LOCAL = key("local");
    private static final byte[] SPONSOR = key("sponsor");
    private static final int SEED = 32;

    private Records() {}

    private static byte[] key(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /// Fresh keys for a device.
    static Device freshDevice(RandomGenerator random) {
        return new Device(
                SigningKey.generate(random), PreKey.generate(random), SigningKey.generate(random));
    }

    private static Device device(Secret seeds) {
        return new Device(
                SigningKey.fromSeed(seeds.slice(0, SEED)),
                PreKey.fromSeed(seeds.slice(SEED, 2 * SEED)),
                SigningKey.fromSeed(seeds.slice(2 * SEED, 3 * SEED)));
    }

    static void putDevice(WriteTxn txn, Device device) throws StoreException {
        Secret seeds =
                Secret.concat(
                        device.signing().seed(), device.prekey().seed(), device.peer().seed());
        txn.put(SELF, DEVICE, seeds.expose());
    }

    /// Our device; empty before a join or a founding has begun.
    static Optional<Device> device(ReadTxn txn) throws StoreException {
        return txn.get(SELF, DEVICE).map(Secret::copyOf).map(Records::device);
    }

    /// Where this replica belongs.
    ///
    /// @param sponsor the peer that let us in; empty for a founder
    record Belonging(
            String local,
            NetworkKey network,
            Optional<PeerId> sponsor,
            List<CircleIdentity> circles) {}

    static void putBelonging(WriteTxn txn, Belonging to) throws StoreException {
        txn.put(SELF, LOCAL, to.local().getBytes(StandardCharsets.UTF_8));
        txn.put(SELF, NETWORK, to.network().secret().expose());
        if (to.sponsor().isPresent()) {
            txn.put(SELF, SPONSOR, to.sponsor().get().bytes());
        }
        for (CircleIdentity circle : to.circles()) {
            txn.put(CIRCLES, circle.tag().bytes(), circle.bytes());
        }
    }

    /// Where this replica belongs; empty before it was admitted.
    static Optional<Belonging> belonging(ReadTxn txn) throws StoreException {
        Optional<byte[]> local = txn.get(SELF, LOCAL);
        Optional<byte[]> network = txn.get(SELF, NETWORK);
        if (local.isEmpty() || network.isEmpty()) {
            return Optional.empty();
        }
        List<CircleIdentity> circles = new ArrayList<>();
        txn.each(
                CIRCLES,
                (key, value) ->
                        circles.add(
                                CircleIdentity.of(value)
                                        .orElseThrow(
                                                () -> new StoreException(Reason.DAMAGED, null))));
        circles.sort((a, b) -> b.name().compareTo(a.name()));
        return Optional.of(
                new Belonging(
                        new String(local.get(), StandardCharsets.UTF_8),
                        new NetworkKey(Secret.copyOf(network.get())),
                        txn.get(SELF, SPONSOR).flatMap(PeerId::of),
                        circles));
    }
}
