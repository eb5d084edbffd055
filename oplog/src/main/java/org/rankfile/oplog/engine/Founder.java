// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.Secret;
import org.rankfile.crypto.group.EpochKeys;
import org.rankfile.net.NetworkKey;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Founding;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.admit.DeviceCertificate;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpSealer;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.Device;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.store.Store;
import org.rankfile.store.StoreException;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Founds a local: a hall with its founder in it, and a committee (MEM-1).
final class Founder {
    private final RandomGenerator random;
    private final HybridClock clock;
    private final Device device;
    private final DeviceId id;

    private Founder(RandomGenerator random, HybridClock clock) {
        this.random = random;
        this.clock = clock;
        device = Records.freshDevice(random);
        id = DeviceId.of(device.signing().verifyKey());
    }

    /// Founds in an empty store, as one durable commit.
    static void found(Store store, Founding founding, RandomGenerator random, HybridClock clock)
            throws StoreException {
        new Founder(random, clock).found(store, founding);
    }

    private void found(Store store, Founding founding) throws StoreException {
        Secret network = Secret.random(NetworkKey.BYTES, random);
        Genesis hall = genesis(CircleIdentity.HALL, hallBody(founding, network));
        ObjectNode body = Cbor.map();
        body.put("name", CircleIdentity.COMMITTEE);
        body.put("hall", hall.identity().id().hash().bytes());
        body.put("person", hall.identity().id().hash().bytes());
        Genesis committee = genesis(CircleIdentity.COMMITTEE, body);
        Records.Belonging belonging =
                new Records.Belonging(
                        founding.localName(),
                        new NetworkKey(network),
                        Optional.empty(),
                        List.of(hall.identity(), committee.identity()));
        store.write(txn -> {
            Records.putDevice(txn, device);
            Records.putBelonging(txn, belonging);
            new Row(hall.op(), true, true).append(txn);
            return new Row(committee.op(), true, true).append(txn);
        });
    }

    private ObjectNode hallBody(Founding founding, Secret network) {
        ObjectNode body = Cbor.map();
        body.put("name", founding.personName());
        body.put("local", founding.localName());
        body.put("network", network.expose());
        DeviceCertificate.put(body, device.keys());
        return body;
    }

    private record Genesis(CircleIdentity identity, SealedOp op) {}

    private Genesis genesis(String name, ObjectNode body) {
        CircleTag tag = CircleTag.of(Secret.random(CircleTag.BYTES, random).expose());
        Secret root = Secret.random(CircleIdentity.ROOT_BYTES, random);
        body.put("root", root.expose());
        Audience.put(body, List.of(id));
        Header header =
                new Header(
                        OpId.NONE,
                        Plane.AUTHORITY,
                        id,
                        1,
                        OpId.NONE,
                        List.of(),
                        clock.next(),
                        OpId.NONE,
                        OpType.GENESIS);
        OpSealer.Recipient me = new OpSealer.Recipient(device.prekey().publicKey(), true);
        OpSealer.Mint mint = new OpSealer.Mint(EpochKeys.generate(random), List.of(me), List.of());
        SealedOp op =
                new OpSealer(device.signing(), random).mint(tag, header, Cbor.write(body), mint);
        return new Genesis(new CircleIdentity(name, tag, op.id(), root), op);
    }
}
