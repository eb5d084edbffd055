// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.verify;

/// Follows a verification, which takes a minute for ten thousand ballots. Called from the thread
/// that verifies.
public interface Watch {
    /// How far it is.
    ///
    /// @param ballots that were checked
    /// @param all that there are
    /// @return whether to go on
    boolean goOn(long ballots, long all);
}
