// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import java.util.Optional;

/// The two planes of a circle, with a chain of each device in each.
public enum Plane {
    /// Who is in, with which devices and keys.
    AUTHORITY(0),
    /// What is written.
    CONTENT(1);

    private final int code;

    Plane(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<Plane> of(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }
}
