// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.List;

/// Where a session hands over the ops it receives. Engine thread only.
public interface OpSink {

    /// Takes whole ops in the order in which they came, best as one durable transaction. When it
    /// returns, every op with an outcome that [Outcome#isHeld] is stored and in the [Inventory];
    /// the far end is told so. Whatever is stored is charged to the peer of this session.
    ///
    /// @param ops foreign bytes, not yet looked at
    /// @return one receipt for each op, in the same order
    List<Receipt> receive(CircleTag circle, List<byte[]> ops);

    /// What became of one op.
    ///
    /// @param key its key, computed from the received bytes; [OpKey#LOWEST] when they are
    ///   [Outcome#MALFORMED]
    record Receipt(OpKey key, Outcome outcome) {}

    /// What became of an op.
    enum Outcome {
        /// Stored and admitted, or stored without being readable here.
        NEW,
        /// Was held already.
        KNOWN,
        /// Stored, but something it depends on is missing.
        PARKED,
        /// Broke a rule; its id and the reason are kept, so that it is not asked for again.
        REFUSED,
        /// Not stored: this peer's quota is used up.
        OVER_QUOTA,
        /// Not even an op of this circle; the session ends.
        MALFORMED;

        /// Is the id in the inventory now?
        public boolean isHeld() {
            return this != OVER_QUOTA && this != MALFORMED;
        }
    }
}
