// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.merkle;

import org.rankfile.crypto.Hash;

import java.util.Optional;

/// The proof that a hash is not in a [SortedTree]: the two that it would stand between, side by
/// side. Proves nothing of a tree that is not sorted; whoever signs a root has to know that it is.
///
/// @param before the last one below it; missing where it would be the first
/// @param after the first one above it; missing where it would be the last
public record Absence(Optional<Neighbour> before, Optional<Neighbour> after) {
    /// A hash in the tree.
    ///
    /// @param path where it is
    public record Neighbour(Hash leaf, MerklePath path) {
        private boolean isUnder(Hash root) {
            return path.leads(leaf.bytes(), root);
        }
    }

    /// Whether it proves that the hash is not under the root.
    public boolean proves(Hash absent, Hash root) {
        if (before.isEmpty() && after.isEmpty()) {
            return root.equals(MerkleHashes.emptyRoot());
        }
        return before.stream().allMatch(each -> each.leaf().compareTo(absent) < 0)
                && after.stream().allMatch(each -> each.leaf().compareTo(absent) > 0)
                && before.stream().allMatch(each -> each.isUnder(root))
                && after.stream().allMatch(each -> each.isUnder(root))
                && isSideBySide();
    }

    /// Both have the same root by now, and so the same size.
    private boolean isSideBySide() {
        int left = before.map(each -> each.path().index()).orElse(-1);
        int right = after.map(each -> each.path().index()).orElseGet(this::end);
        return left + 1 == right;
    }

    private int end() {
        return before.map(each -> each.path().size()).orElse(0);
    }
}
