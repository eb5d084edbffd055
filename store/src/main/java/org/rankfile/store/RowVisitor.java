// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

/// Given each row of a scan, in order.
@FunctionalInterface
public interface RowVisitor {
    /// Takes one row; the head is the visitor's own array.
    void row(long pos, byte[] head) throws StoreException;
}
