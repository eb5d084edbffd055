// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.oplog.ReplicaStatus.PeerStatus;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;

import java.util.List;

/// What a replica's network side needs to hear of. Engine thread only.
interface LogWatch {
    /// Nothing watches.
    LogWatch NOBODY =
            new LogWatch() {
                @Override
                public void held(CircleTag circle, OpKey key) {
                    // Nobody is connected.
                }

                @Override
                public void settled() {
                    // As above.
                }

                @Override
                public void regated() {
                    // As above.
                }

                @Override
                public List<PeerStatus> peers() {
                    return List.of();
                }

                @Override
                public List<String> addresses() {
                    return List.of();
                }
            };

    /// An op is held and durable, whoever made it.
    void held(CircleTag circle, OpKey key);

    /// A batch is over: people, devices or circles may have changed.
    void settled();

    /// The gate may admit what it did not before.
    void regated();

    /// The peers, for the status.
    List<PeerStatus> peers();

    /// Where we listen, for the status.
    List<String> addresses();
}
