// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.merkle;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Label;

import java.nio.ByteBuffer;

/// The three hashes of a tree (docs/spec/vote.md, MERKLE-1). They begin in different ways, so that
/// none is ever taken for another.
final class MerkleHashes {
    private static final Label LABEL = new Label("rankfile/merkle/1");
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};
    private static final byte ROOT = 2;

    private MerkleHashes() {}

    static Hash leaf(byte[] leaf) {
        return Hash.sha256(LABEL, LEAF, leaf);
    }

    static Hash node(Hash left, Hash right) {
        return Hash.sha256(LABEL, NODE, left.bytes(), right.bytes());
    }

    static Hash emptyRoot() {
        return Hash.sha256(LABEL, sized(0));
    }

    static Hash root(int size, Hash top) {
        return Hash.sha256(LABEL, sized(size), top.bytes());
    }

    private static byte[] sized(int size) {
        return ByteBuffer.allocate(1 + Integer.BYTES).put(ROOT).putInt(size).array();
    }
}
