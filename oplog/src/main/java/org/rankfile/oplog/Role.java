// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// What a person may do in a local.
public enum Role {
    /// Reads and writes in the hall.
    MEMBER(1),
    /// Also in the committee.
    STEWARD(2),
    /// Also admits people: chair, chief steward.
    MANAGER(3),
    /// Stores and forwards what it cannot read.
    KEEPER(4);

    private final int code;

    Role(int code) {
        this.code = code;
    }

    /// The number in the format (MEM-2).
    public int code() {
        return code;
    }
}
