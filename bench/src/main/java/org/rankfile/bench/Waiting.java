// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.bench;

import org.rankfile.app.cli.BenchFailed;
import org.rankfile.app.home.OpenHome;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.ReplicaStatus.PeerState;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Waits for what a home hears of.
final class Waiting {
    private static final long PATIENCE_SECONDS = 120;

    private Waiting() {}

    /// Returns as soon as the home is so, which is looked at whenever something changed there.
    static void until(OpenHome home, Predicate<OpenHome> is)
            throws BenchFailed, InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        Runnable look =
                () -> {
                    if (is.test(home)) {
                        reached.countDown();
                    }
                };
        Runnable end = home.union().subscribe(look);
        look.run();
        boolean came = reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        end.run();
        if (!came) {
            throw new BenchFailed("The peers did not come to the same within two minutes.", null);
        }
    }

    /// Whether the home has compared itself with a peer and nothing is outstanding.
    static boolean isInSync(OpenHome home) {
        ReplicaStatus status = home.replica().status();
        return status.peers().stream().anyMatch(peer -> peer.state() == PeerState.IN_SYNC);
    }
}
