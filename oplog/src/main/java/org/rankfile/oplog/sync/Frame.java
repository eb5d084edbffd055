// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.List;

/// One frame of the sync protocol, as in docs/spec/sync.md. Circles go by their place among the
/// initiator's tokens, short ids are 64-bit numbers.
sealed interface Frame {

    /// SYN-2: tokens.
    record Hello(List<Token> tokens) implements Frame {}

    /// SYN-14: adjoining ranges from `lower` up; `end` closes the round.
    record Ranges(int circle, int pass, boolean end, OpKey lower, List<Range> ranges)
            implements Frame {}

    /// SYN-17: short ids of ops that the peer's lists lack.
    record Haves(int circle, int pass, List<Long> shortIds) implements Frame {}

    /// SYN-20: which of the offered ops are wanted.
    record Wants(int circle, int pass, boolean end, List<Run> runs) implements Frame {}

    /// SYN-22: whole ops.
    record Ops(int circle, boolean live, List<byte[]> ops) implements Frame {}

    /// SYN-23: a piece of an op that is larger than a frame.
    record Part(int circle, boolean live, int total, int offset, List<byte[]> bytes)
            implements Frame {}

    /// SYN-24: op bytes taken, ops of them stored, and ops not stored.
    record Credit(int circle, int bytes, int stored, int dropped) implements Frame {}

    /// SYN-25: everything wanted in this pass has been sent.
    record Done(int circle, int pass) implements Frame {}

    /// SYN-29: asks the leader for another pass.
    record Recheck(int circle) implements Frame {}

    /// SYN-40: the sender gives up.
    record Fail(SyncFailure reason) implements Frame {}

    /// A range of the order; its lower edge is the upper edge of the one before it.
    sealed interface Range {

        OpKey upper();

        /// Nothing is said of this range.
        record Skip(OpKey upper) implements Range {}

        /// The fingerprint of the sender's ids in it.
        record Print(OpKey upper, Fingerprint fingerprint) implements Range {}

        /// All of the sender's ids in it.
        record Listing(OpKey upper, List<Long> shortIds) implements Range {}
    }

    /// `skip` offers are not wanted, then `take` are.
    record Run(int skip, int take) {}
}
