// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

/// Given each record of a table, in no promised order.
@FunctionalInterface
public interface RecordVisitor {
    /// Takes one record; both arrays are the visitor's own.
    void record(byte[] key, byte[] value) throws StoreException;
}
