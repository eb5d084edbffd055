// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

/// Every bound on what a peer can make a session do or keep.
///
/// @param frameBytes largest frame, its length prefix not counted
/// @param circles tokens in a greeting, and so circles of a session
/// @param fanOut parts into which a differing range is split
/// @param leaf ids at or below which a range is listed instead of split
/// @param rounds messages of one reconciliation pass, both sides together
/// @param rangesPerRound ranges a peer may send in one round
/// @param namedPerPass ids a peer may name in one pass
/// @param wantedPerPass ids asked for in one pass; the rest waits for the next
/// @param idlePasses passes in a row that found a difference and moved nothing, before giving up
/// @param creditBytes op bytes on their way without an acknowledgement, per direction
/// @param queuedPushes ids waiting to be pushed; above it a pass is asked for instead
/// @param opBytes largest op
public record SyncLimits(
        int frameBytes,
        int circles,
        int fanOut,
        int leaf,
        int rounds,
        int rangesPerRound,
        int namedPerPass,
        int wantedPerPass,
        int idlePasses,
        int creditBytes,
        int queuedPushes,
        int opBytes) {

    /// The protocol's own numbers (docs/spec/sync.md).
    public static final SyncLimits STANDARD =
            new SyncLimits(
                    64 * 1024,
                    16,
                    16,
                    32,
                    24,
                    262_144,
                    16_777_216,
                    262_144,
                    4,
                    1024 * 1024,
                    4096,
                    512 * 1024);
}
