// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.store;

/// Something that a full check found.
///
/// @param kind what is wrong
/// @param pos the row it concerns, 0 where it concerns none
public record StoreProblem(Kind kind, long pos) {
    /// What can be wrong.
    public enum Kind {
        /// SQLite finds its own structures damaged.
        FILE,
        /// The head of a row does not open: it was changed or moved here from another row.
        HEAD,
        /// The body of a row does not open.
        BODY,
        /// A record does not open.
        RECORD,
        /// A snapshot does not open. Nothing is lost: it is made again from the log.
        SNAPSHOT
    }
}
