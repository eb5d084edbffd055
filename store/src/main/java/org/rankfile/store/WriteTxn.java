// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

import org.jspecify.annotations.Nullable;

/// A transaction that may write. Everything of it is kept, or nothing.
public interface WriteTxn extends ReadTxn {
    /// Appends a row; returns its position, which is larger than every earlier one.
    long append(byte[] head, byte @Nullable [] body) throws StoreException;

    /// Erases the body of a row; its head stays.
    void eraseBody(long pos) throws StoreException;

    /// Sets the value of a record.
    void put(String table, byte[] key, byte[] value) throws StoreException;

    /// Removes a record; nothing happens where there is none.
    void delete(String table, byte[] key) throws StoreException;
}
