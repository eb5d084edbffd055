// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.codec;

import java.util.Optional;

/// What an op is, as anybody can see.
public enum Kind {
    /// An entry of either plane.
    OP(0),
    /// The founding of a circle or a new epoch: carries wraps that no epoch key opens.
    MINT(1),
    /// Content without an author (ballots): no head, no chain; see [AuthorlessOpener].
    AUTHORLESS(2);

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /// What the bytes of an op say that it is; nothing else of them is looked at.
    public static Optional<Kind> saidBy(byte[] wire) {
        return wire.length < Prefix.BYTES ? Optional.empty() : of(wire[2]);
    }

    static Optional<Kind> of(int code) {
        return code >= 0 && code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }
}
