// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.merkle;

import org.rankfile.crypto.Hash;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A tree over a set of hashes in ascending order: the same for the same set, and able to show that
/// a hash is not in it. Immutable.
public final class SortedTree {
    private final List<Hash> leaves;
    private final MerkleTree tree;

    private SortedTree(List<Hash> leaves) {
        this.leaves = leaves;
        tree = MerkleTree.of(leaves.stream().map(Hash::bytes).toList());
    }

    /// The tree of these hashes, each taken once.
    ///
    /// @throws IllegalArgumentException for more than [org.rankfile.ballot.Limits#TREE_LEAVES]
    public static SortedTree of(Collection<Hash> leaves) {
        return new SortedTree(leaves.stream().distinct().sorted().toList());
    }

    /// How many leaves it has.
    public int size() {
        return leaves.size();
    }

    /// What stands for all of it.
    public Hash root() {
        return tree.root();
    }

    /// The proof that a hash is in it; empty where it is not.
    public Optional<MerklePath> path(Hash leaf) {
        int index = Collections.binarySearch(leaves, leaf);
        return index < 0 ? Optional.empty() : Optional.of(tree.path(index));
    }

    /// The proof that a hash is not in it; empty where it is.
    public Optional<Absence> absence(Hash leaf) {
        int index = Collections.binarySearch(leaves, leaf);
        if (index >= 0) {
            return Optional.empty();
        }
        int after = -index - 1;
        return Optional.of(new Absence(neighbour(after - 1), neighbour(after)));
    }

    private Optional<Absence.Neighbour> neighbour(int index) {
        return index < 0 || index >= size()
                ? Optional.empty()
                : Optional.of(new Absence.Neighbour(leaves.get(index), tree.path(index)));
    }
}
