// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import org.rankfile.oplog.engine.LocalReplica;
import org.rankfile.store.StoreException;

/// Makes replicas.
public final class Replicas {
    private Replicas() {}

    /// Founds a local in an empty store: the founder is its first manager.
    ///
    /// @throws StoreException if it could not be stored; then nothing was
    public static Replica found(ReplicaParts parts, Founding founding) throws StoreException {
        return LocalReplica.found(parts, founding);
    }

    /// Opens the replica in a store. Reads the whole log; on a long one for seconds.
    ///
    /// @throws StoreException with `NO_HOME` where neither a founding nor a join was completed
    public static Replica open(ReplicaParts parts) throws StoreException {
        return LocalReplica.open(parts);
    }
}
