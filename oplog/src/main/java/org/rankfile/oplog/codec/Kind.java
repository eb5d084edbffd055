// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import java.util.Optional;

/// What an op is, as anybody can see.
public enum Kind {
    /// An entry of either plane.
    OP(0),
    /// The founding of a circle or a new epoch: carries wraps that no epoch key opens.
    MINT(1),
    /// Without an author (ballots): stored and passed on, not understood yet.
    AUTHORLESS(2);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<Kind> of(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }
}
