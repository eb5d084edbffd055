// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.jspecify.annotations.Nullable;
import org.rankfile.oplog.admit.Examined;
import org.rankfile.oplog.codec.Kind;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.oplog.sync.OpSink.Outcome;

/// A foreign op on its way into the log.
final class Incoming {
    final OpKey key;
    final Outcome outcome;
    final @Nullable Examined examined;
    long pos;

    /// Looked at.
    ///
    /// @param outcome what becomes of it where it is not kept
    /// @param examined null where it is not kept
    Incoming(OpKey key, Outcome outcome, @Nullable Examined examined) {
        this.key = key;
        this.outcome = outcome;
        this.examined = examined;
    }

    /// Whether it would be kept and has no author.
    boolean isAuthorless() {
        return examined != null && examined.op().kind() == Kind.AUTHORLESS;
    }

    /// Whether one of our keys opened it, and it is what it must be.
    boolean isSound() {
        return examined instanceof Examined.Opened || examined instanceof Examined.Authorless;
    }
}
