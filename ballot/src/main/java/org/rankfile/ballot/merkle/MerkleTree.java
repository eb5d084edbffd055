// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.merkle;

import org.rankfile.ballot.Limits;
import org.rankfile.crypto.Hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A hash tree over leaves in their order, of the shape of RFC 9162, section 2.1. Its root says how
/// many leaves there are. Immutable; holds two hashes a leaf, and not the leaves.
public final class MerkleTree {
    /// The leaves' hashes first, the top last.
    private final List<List<Hash>> levels;

    private MerkleTree(List<List<Hash>> levels) {
        this.levels = levels;
    }

    /// The tree of these leaves.
    ///
    /// @throws IllegalArgumentException for more than [Limits#TREE_LEAVES]
    public static MerkleTree of(List<byte[]> leaves) {
        if (leaves.size() > Limits.TREE_LEAVES) {
            throw new IllegalArgumentException("more than " + Limits.TREE_LEAVES + " leaves");
        }
        List<List<Hash>> levels = new ArrayList<>();
        List<Hash> level = leaves.stream().map(MerkleHashes::leaf).toList();
        levels.add(level);
        while (level.size() > 1) {
            level = above(level);
            levels.add(level);
        }
        return new MerkleTree(List.copyOf(levels));
    }

    /// One without a neighbour goes up as it is.
    private static List<Hash> above(List<Hash> level) {
        List<Hash> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(MerkleHashes.node(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return List.copyOf(above);
    }

    /// How many leaves it has.
    public int size() {
        return levels.getFirst().size();
    }

    /// What stands for all of it.
    public Hash root() {
        return size() == 0
                ? MerkleHashes.emptyRoot()
                : MerkleHashes.root(size(), levels.getLast().getFirst());
    }

    /// The proof that a leaf is where it is.
    ///
    /// @param index from 0
    /// @throws IndexOutOfBoundsException where there is no such leaf
    public MerklePath path(int index) {
        List<Hash> siblings = new ArrayList<>();
        int at = Objects.checkIndex(index, size());
        for (List<Hash> level : levels) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                siblings.add(level.get(sibling));
            }
            at >>= 1;
        }
        return new MerklePath(index, size(), siblings);
    }
}
