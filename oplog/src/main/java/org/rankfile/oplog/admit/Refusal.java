// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

/// Why an op does not stand. Every replica that holds the same ops says the same.
public enum Refusal {
    /// It breaks the format, or its signature does not hold.
    FORMAT,
    /// Its plane, epoch or kind is not what its seal says.
    MISPLACED,
    /// Its backlink is not its device's op before.
    CHAIN,
    /// It rests on an op that does not stand.
    RESTS_ON_REFUSED,
    /// Its author may not do this, by what its author knew.
    NOT_ALLOWED,
    /// Its body says nothing that can be done.
    BODY,
    /// The layer above will never want it: an object without an author.
    GATE
}
