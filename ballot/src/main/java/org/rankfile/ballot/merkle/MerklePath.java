// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.merkle;

import org.rankfile.ballot.Limits;
import org.rankfile.crypto.Hash;

import java.util.Iterator;
import java.util.List;

/// The proof that a leaf is in a tree, and where (RFC 9162, section 2.1.3).
///
/// @param index the place of the leaf, from 0
/// @param size how many leaves the tree has, up to [Limits#TREE_LEAVES]
/// @param siblings the hashes beside the way up, from the leaf; exactly as many as that takes
public record MerklePath(int index, int size, List<Hash> siblings) {
    /// @throws IllegalArgumentException for a place, a size or a length that no path has
    public MerklePath {
        siblings = List.copyOf(siblings);
        if (index < 0 || index >= size || size > Limits.TREE_LEAVES) {
            throw new IllegalArgumentException("no such place in a tree");
        }
        if (siblings.size() != length(index, size)) {
            throw new IllegalArgumentException("not the length of a path there");
        }
    }

    /// How many hashes the path of a leaf has.
    public static int length(int index, int size) {
        int length = 0;
        int last = size - 1;
        for (int at = index; last > 0; at >>= 1, last >>= 1) {
            length += hasSibling(at, last) ? 1 : 0;
        }
        return length;
    }

    private static boolean hasSibling(int at, int last) {
        return at % 2 == 1 || at < last;
    }

    /// Whether it leads from this leaf to this root.
    public boolean leads(byte[] leaf, Hash root) {
        Hash hash = MerkleHashes.leaf(leaf);
        Iterator<Hash> sibling = siblings.iterator();
        int last = size - 1;
        for (int at = index; last > 0; at >>= 1, last >>= 1) {
            if (at % 2 == 1) {
                hash = MerkleHashes.node(sibling.next(), hash);
            } else if (at < last) {
                hash = MerkleHashes.node(hash, sibling.next());
            }
        }
        return MerkleHashes.root(size, hash).equals(root);
    }
}
