// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

/// What is done in a writing transaction.
@FunctionalInterface
public interface WriteWork<T> {
    /// Does it; the transaction must not be kept.
    T with(WriteTxn txn) throws StoreException;
}
