// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

/// What tellers send each other, and everybody else may read.
public sealed interface ClosingMessage permits SignedVote, Turn {
    /// The number of the teller who says so, from 0.
    int teller();

    /// Whether that teller said it, and everything that it rests on holds.
    boolean holds(Council council);
}
