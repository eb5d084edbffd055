// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.List;

/// The engine's side of one session with one peer. Engine thread only.
public interface OpExchange extends OpSource, OpSink {

    /// The circles that this peer may get, at most [SyncLimits#circles]; asked once, before our
    /// greeting goes.
    List<CircleAccess> circles();
}
