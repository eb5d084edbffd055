// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;

/// A replica as the session sees it. An op is four bytes of bucket, a plane byte, and noise; its id
/// is the hash of it all. A replica accepts any op of five bytes or more.
final class FakeReplica implements OpExchange {

    final Map<CircleTag, CircleAccess> circles = new LinkedHashMap<>();
    final Map<CircleTag, MemoryInventory> inventories = new HashMap<>();
    final Map<CircleTag, Map<OpKey, byte[]>> ops = new HashMap<>();
    final Map<CircleTag, List<OpKey>> arrivals = new HashMap<>();
    int quota = Integer.MAX_VALUE;
    int calls;

    /// Told of every op newly held.
    BiConsumer<CircleTag, OpKey> onNew = (_, _) -> {};

    static CircleTag tag(int number) {
        return CircleTag.of(ByteBuffer.allocate(16).putInt(number).array());
    }

    static byte[] op(int bucket, boolean authority, int size, Random random) {
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        return ByteBuffer.allocate(5 + size)
                .putInt(bucket)
                .put((byte) (authority ? 0 : 1))
                .put(noise)
                .array();
    }

    static OpKey key(byte[] op) {
        return OpKey.of(ByteBuffer.wrap(op).getInt(), Hash.sha256Plain(op).bytes());
    }

    FakeReplica in(int circle) {
        byte[] root = new byte[32];
        root[0] = (byte) circle;
        MemoryInventory inventory = new MemoryInventory();
        inventories.put(tag(circle), inventory);
        circles.put(tag(circle), new CircleAccess(tag(circle), Secret.copyOf(root), inventory));
        return this;
    }

    OpKey add(int circle, byte[] op) {
        OpKey key = key(op);
        if (inventory(circle).add(key)) {
            store(tag(circle)).put(key, op);
            arrivals(tag(circle)).add(key);
            onNew.accept(tag(circle), key);
        }
        return key;
    }

    MemoryInventory inventory(int circle) {
        return inventory(tag(circle));
    }

    MemoryInventory inventory(CircleTag circle) {
        return inventories.computeIfAbsent(circle, _ -> new MemoryInventory());
    }

    List<OpKey> arrivals(int circle) {
        return arrivals(tag(circle));
    }

    private List<OpKey> arrivals(CircleTag circle) {
        return arrivals.computeIfAbsent(circle, _ -> new ArrayList<>());
    }

    @Override
    public Optional<byte[]> op(CircleTag circle, OpKey key) {
        return Optional.ofNullable(store(circle).get(key));
    }

    @Override
    public long rank(CircleTag circle, OpKey key) {
        byte[] op = store(circle).get(key);
        boolean content = op != null && op[4] != 0;
        return (content ? CONTENT_RANK : 0) + key.bucket();
    }

    @Override
    public List<Receipt> receive(CircleTag circle, List<byte[]> received) {
        calls++;
        return received.stream().map(op -> receive(circle, op)).toList();
    }

    private Receipt receive(CircleTag circle, byte[] op) {
        if (op.length < 5) {
            return new Receipt(OpKey.LOWEST, Outcome.MALFORMED);
        }
        OpKey key = key(op);
        MemoryInventory inventory = inventory(circle);
        if (inventory.contains(key)) {
            return new Receipt(key, Outcome.KNOWN);
        }
        if (quota == 0) {
            return new Receipt(key, Outcome.OVER_QUOTA);
        }
        quota--;
        inventory.add(key);
        store(circle).put(key, op);
        arrivals(circle).add(key);
        onNew.accept(circle, key);
        return new Receipt(key, Outcome.NEW);
    }

    @Override
    public List<CircleAccess> circles() {
        return List.copyOf(circles.values());
    }

    private Map<OpKey, byte[]> store(CircleTag circle) {
        return ops.computeIfAbsent(circle, _ -> new HashMap<>());
    }
}
