// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.crypto.Hash;

/// Names an op by the bytes that are hashed: `SHA-256(label | prefix | headCt)` (OP-2).
public record OpId(Hash hash) implements Comparable<OpId> {
    /// What stands where an op has no predecessor.
    public static final OpId NONE = new OpId(Hash.of(new byte[Hash.BYTES]));

    @Override
    public int compareTo(OpId other) {
        return hash.compareTo(other.hash);
    }

    /// 64 hexadecimal digits.
    @Override
    public String toString() {
        return hash.hex();
    }
}
