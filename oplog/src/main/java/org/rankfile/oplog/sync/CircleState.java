// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// How far one circle is with one peer.
public enum CircleState {
    /// Fingerprints and lists are being compared.
    COMPARING,
    /// The difference is known and ops are on their way.
    TRANSFERRING,
    /// Fingerprints matched in this session, and the peer has acknowledged everything since
    /// (SYN-30).
    IN_SYNC,
    /// The peer's quota here is used up: what it has is not taken.
    OVER_QUOTA,
    /// Differences remain although nothing moves; a recheck tries again.
    STALLED
}
