// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

/// What is done in a reading transaction.
@FunctionalInterface
public interface ReadWork<T> {
    /// Does it; the transaction must not be kept.
    T with(ReadTxn txn) throws StoreException;
}
