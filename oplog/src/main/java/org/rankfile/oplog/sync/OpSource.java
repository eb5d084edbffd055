// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.Optional;

/// Where a session reads the ops it sends. Engine thread only.
public interface OpSource {

    /// Ranks at or above this belong to the content plane.
    long CONTENT_RANK = 1L << 62;

    /// An op's bytes as they were received or made: prefix, head, and the body if it is still
    /// there. Empty when it cannot be given (the session then leaves it out; the next pass asks
    /// again). At most [SyncLimits#opBytes] bytes.
    Optional<byte[]> op(CircleTag circle, OpKey key);

    /// The order of sending, smaller first: ops of the authority plane below [#CONTENT_RANK],
    /// within a plane a causal order (the position in the log is one).
    long rank(CircleTag circle, OpKey key);
}
