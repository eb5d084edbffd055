// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import java.util.List;
import java.util.Optional;

/// A file of sealed rows. Safe from any thread: one transaction runs at a time.
public interface Store extends AutoCloseable {
    /// Runs the work on one consistent view.
    <T> T read(ReadWork<T> work) throws StoreException;

    /// Runs the work and commits it: what it wrote is on the disk (fsync) when this returns. If it
    /// throws, nothing of it is kept.
    <T> T write(WriteWork<T> work) throws StoreException;

    /// Reads and opens everything; empty if all is well. Takes as long as the file is large.
    List<StoreProblem> check() throws StoreException;

    /// Keeps a state that was computed from the log up to `pos`, replacing the one of this name.
    void saveSnapshot(String name, long pos, byte[] state) throws StoreException;

    /// The state of this name; empty where there is none or it is damaged, since it can be made
    /// again.
    Optional<Snapshot> loadSnapshot(String name) throws StoreException;

    /// A state and the position of the log up to which it was computed.
    record Snapshot(long pos, byte[] state) {}

    /// Closes the file. Later calls throw [IllegalStateException].
    @Override
    void close();
}
