// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.oplog.sync.CircleAccess;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.FrameStream;
import org.rankfile.oplog.sync.MemoryInventory;
import org.rankfile.oplog.sync.OpExchange;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.SyncLimits;
import org.rankfile.oplog.sync.SyncRole;
import org.rankfile.oplog.sync.SyncSession;
import org.rankfile.oplog.sync.SyncStatus;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The frames with which two peers find that they hold the same of one circle, without the
/// connection under them.
final class Comparison {
    private static final long SEED = 3;

    private Comparison() {}

    /// The bytes of all frames, both ways, with their length prefixes.
    static long bytes(int ops) throws BenchFailed {
        SplittableRandom random = new SplittableRandom(SEED);
        MemoryInventory inventory = new MemoryInventory();
        byte[] id = new byte[OpKey.ID_BYTES];
        for (int i = 0; i < ops; i++) {
            random.nextBytes(id);
            inventory.add(OpKey.of(i, id));
        }
        OpExchange exchange =
                new Unchanged(
                        new CircleAccess(
                                CircleTag.of(new byte[CircleTag.BYTES]),
                                Secret.copyOf(new byte[Hash.BYTES]),
                                inventory));
        byte[] channel = new byte[Hash.BYTES];
        SyncLimits limits = SyncLimits.STANDARD;
        SyncSession one = new SyncSession(SyncRole.INITIATOR, channel, exchange, limits, random);
        SyncSession two = new SyncSession(SyncRole.RESPONDER, channel, exchange, limits, random);
        return exchanged(one, two);
    }

    private static long exchanged(SyncSession one, SyncSession two) throws BenchFailed {
        List<byte[]> toTwo = one.start();
        List<byte[]> toOne = two.start();
        long bytes = 0;
        while (!toTwo.isEmpty() || !toOne.isEmpty()) {
            bytes += size(toTwo) + size(toOne);
            List<byte[]> answer = two.receive(toTwo);
            toTwo = one.receive(toOne);
            toOne = answer;
        }
        boolean same =
                one.status() instanceof SyncStatus.Open open
                        && open.isInSync()
                        && !open.circles().isEmpty();
        if (!same) {
            throw new BenchFailed("The comparison found no agreement.", null);
        }
        return bytes;
    }

    private static long size(List<byte[]> frames) {
        return FrameStream.bytes(frames).length;
    }

    private record Unchanged(CircleAccess circle) implements OpExchange {
        @Override
        public List<CircleAccess> circles() {
            return List.of(circle);
        }

        @Override
        public Optional<byte[]> op(CircleTag tag, OpKey key) {
            return Optional.empty();
        }

        @Override
        public long rank(CircleTag tag, OpKey key) {
            return 0;
        }

        @Override
        public List<Receipt> receive(CircleTag tag, List<byte[]> ops) {
            return List.of();
        }
    }
}
