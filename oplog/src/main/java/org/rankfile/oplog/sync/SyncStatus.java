// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.sync;

import java.util.Map;

/// Where a session stands. Immutable.
///
/// ```java
/// switch (session.status()) {
///     case SyncStatus.Greeting() -> "connecting";
///     case SyncStatus.Open(var circles) -> circles.isEmpty() ? "nothing in common" : …;
///     case SyncStatus.Failed(var reason, var byPeer) -> …;
/// }
/// ```
public sealed interface SyncStatus {

    /// The peer's greeting has not come.
    record Greeting() implements SyncStatus {}

    /// Reconciling, or waiting for something new. Empty: no circle in common.
    record Open(Map<CircleTag, CircleState> circles) implements SyncStatus {

        /// Copies the map.
        public Open {
            circles = Map.copyOf(circles);
        }

        /// Is there a common circle, and are all of them in sync?
        public boolean isInSync() {
            return !circles.isEmpty()
                    && circles.values().stream().allMatch(s -> s == CircleState.IN_SYNC);
        }
    }

    /// Over; every further call gives no frames.
    ///
    /// @param byPeer the far end gave up and named this reason
    record Failed(SyncFailure reason, boolean byPeer) implements SyncStatus {}
}
