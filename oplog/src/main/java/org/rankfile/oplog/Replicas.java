// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.net.NetException;
import org.rankfile.oplog.engine.JoinRun;
import org.rankfile.oplog.engine.MeshReplica;
import org.rankfile.store.StoreException;

import java.util.List;
import java.util.function.Consumer;

/// Makes replicas.
public final class Replicas {
    private Replicas() {}

    /// Founds a local in an empty store: the founder is its first manager.
    ///
    /// @throws StoreException if it could not be stored; then nothing was
    public static NetworkedReplica found(ReplicaParts parts, Founding founding)
            throws StoreException {
        return MeshReplica.found(parts, founding);
    }

    /// Opens the replica in a store. Reads the whole log; on a long one for seconds.
    ///
    /// @throws StoreException with `NO_HOME` where neither a founding nor a join was completed
    public static NetworkedReplica open(ReplicaParts parts) throws StoreException {
        return MeshReplica.open(parts);
    }

    /// Joins a local with an invitation. Blocks until a manager has decided and the first
    /// synchronisation brought our own admission, at the longest 12 hours; can be interrupted, and
    /// done again with the same store and invitation.
    ///
    /// @param name what to be called
    /// @param words is given the words to read out to the manager, on this thread
    /// @throws StoreException with `HOME_EXISTS` where the store belongs to a local already
    /// @throws NetException if the inviter cannot be reached
    /// @throws JoinFailed if we are not let in
    public static NetworkedReplica join(
            ReplicaParts parts, Invitation invitation, String name, Consumer<List<String>> words)
            throws StoreException, NetException, JoinFailed {
        return JoinRun.join(parts, invitation, name, words);
    }
}
