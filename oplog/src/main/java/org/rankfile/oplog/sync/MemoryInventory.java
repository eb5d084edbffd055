// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// An [Inventory] in memory: sorted chunks of at most 256 keys (36 bytes an id), a Fenwick tree of
/// counts and sums over the chunks. Rank, lookup and range sum cost O(log n) plus one chunk; an
/// insertion moves at most one chunk. Made for 100,000 ids and good for several million.
///
/// Not thread-safe: engine thread only.
public final class MemoryInventory implements Inventory {

    private final List<KeyChunk> chunks = new ArrayList<>();
    private final SumTree tree = new SumTree();

    /// Adds an id.
    ///
    /// @return false when it was held already
    /// @throws IllegalArgumentException for a key that only bounds a range
    public boolean add(OpKey key) {
        if (key.bucket() >= OpKey.INFINITY.bucket()) {
            throw new IllegalArgumentException("not the key of an op");
        }
        if (chunks.isEmpty()) {
            chunks.add(KeyChunk.of(key));
            tree.rebuild(chunks);
            return true;
        }
        int index = Math.max(0, chunkAtOrBefore(key));
        KeyChunk chunk = chunks.get(index);
        int at = chunk.rank(key);
        if (chunk.holds(at, key)) {
            return false;
        }
        if (!chunk.isFull()) {
            chunk.insert(at, key);
            tree.add(index, RangeSum.of(key));
            return true;
        }
        boolean append = index == chunks.size() - 1 && at == chunk.size();
        // New ops mostly come last: then a new chunk leaves the old one full instead of half full.
        chunks.add(index + 1, append ? KeyChunk.of(key) : chunk.split());
        tree.rebuild(chunks);
        return append || add(key);
    }

    @Override
    public int size() {
        return tree.before(chunks.size()).count();
    }

    @Override
    public boolean contains(OpKey key) {
        int index = chunkAtOrBefore(key);
        return index >= 0 && chunks.get(index).holds(chunks.get(index).rank(key), key);
    }

    @Override
    public int rank(OpKey bound) {
        int index = chunkAtOrBefore(bound);
        return index < 0 ? 0 : tree.before(index).count() + chunks.get(index).rank(bound);
    }

    @Override
    public OpKey at(int rank) {
        Objects.checkIndex(rank, size());
        int index = tree.chunkOf(rank);
        return chunks.get(index).at(rank - tree.before(index).count());
    }

    @Override
    public RangeSum sum(int fromRank, int toRank) {
        Objects.checkFromToIndex(fromRank, toRank, size());
        return below(toRank).minus(below(fromRank));
    }

    private RangeSum below(int rank) {
        if (rank == 0) {
            return RangeSum.EMPTY;
        }
        if (rank == size()) {
            return tree.before(chunks.size());
        }
        int index = tree.chunkOf(rank);
        RangeSum whole = tree.before(index);
        return whole.plus(chunks.get(index).sum(rank - whole.count()));
    }

    private int chunkAtOrBefore(OpKey key) {
        int low = 0;
        int high = chunks.size();
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (chunks.get(mid).at(0).compareTo(key) <= 0) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low - 1;
    }
}
