// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.List;

/// The engine's side of one session with one peer. Engine thread only.
public interface OpExchange extends OpSource, OpSink {

    /// The circles that this peer may get, at most [SyncLimits#circles]; asked once, when its
    /// greeting has come, and on the opening side once before it.
    ///
    /// @param introduction whole authority ops by which a peer unknown here shows how it was
    ///   admitted (its `Add`, its `DeviceAdd`); foreign bytes, empty before the greeting came
    List<CircleAccess> circles(List<byte[]> introduction);

    /// Our own introduction, for a peer that may not know us: whole ops, together at most
    /// [SyncLimits#introductionBytes].
    List<byte[]> introduction();
}
