// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.crypto.Hash;

/// Names a member: the id of the op that admitted them to the hall.
public record PersonId(Hash hash) implements Comparable<PersonId> {
    @Override
    public int compareTo(PersonId other) {
        return hash.compareTo(other.hash);
    }

    /// 64 hexadecimal digits.
    @Override
    public String toString() {
        return hash.hex();
    }
}
