// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.List;

/// A Fenwick tree of chunk sums: the sum of the first n chunks in O(log n).
final class SumTree {

    private RangeSum[] nodes = {RangeSum.EMPTY};

    /// Builds the tree anew, O(chunks).
    void rebuild(List<KeyChunk> chunks) {
        RangeSum[] built = new RangeSum[chunks.size() + 1];
        built[0] = RangeSum.EMPTY;
        for (int i = 1; i < built.length; i++) {
            built[i] = chunks.get(i - 1).total();
        }
        for (int i = 1; i < built.length; i++) {
            int parent = i + (i & -i);
            if (parent < built.length) {
                built[parent] = built[parent].plus(built[i]);
            }
        }
        nodes = built;
    }

    /// Chunk `index` grew by `sum`.
    void add(int index, RangeSum sum) {
        for (int i = index + 1; i < nodes.length; i += i & -i) {
            nodes[i] = nodes[i].plus(sum);
        }
    }

    /// The sum of the chunks before `index`.
    RangeSum before(int index) {
        RangeSum sum = RangeSum.EMPTY;
        for (int i = index; i > 0; i -= i & -i) {
            sum = sum.plus(nodes[i]);
        }
        return sum;
    }

    /// The chunk that holds the key of this rank.
    int chunkOf(int rank) {
        int at = 0;
        int left = rank;
        for (int step = Integer.highestOneBit(nodes.length); step > 0; step >>= 1) {
            int next = at + step;
            if (next < nodes.length && nodes[next].count() <= left) {
                at = next;
                left -= nodes[next].count();
            }
        }
        return at;
    }
}
