// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import java.util.Optional;

/// One consistent view of the store, valid during the call that was given it, on its thread.
///
/// What does not open under the store's key is [StoreException.Reason#DAMAGED], never a wrong
/// value.
public interface ReadTxn {
    /// Visits the rows after the given position, in order. 0 starts at the first.
    void scan(long afterPos, RowVisitor visitor) throws StoreException;

    /// The head of a row; empty where there is none.
    Optional<byte[]> head(long pos) throws StoreException;

    /// The body of a row; empty where there is none or it was erased.
    Optional<byte[]> body(long pos) throws StoreException;

    /// The value of a record; empty where there is none.
    Optional<byte[]> get(String table, byte[] key) throws StoreException;

    /// Visits all records of a table.
    void each(String table, RecordVisitor visitor) throws StoreException;
}
