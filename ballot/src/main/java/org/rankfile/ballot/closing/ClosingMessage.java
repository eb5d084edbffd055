// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.closing;

import org.rankfile.ballot.Malformed;

/// What tellers send each other, and everybody else may read.
public sealed interface ClosingMessage permits SignedVote, Turn {
    /// The number of the teller who says so, from 0.
    int teller();

    /// Whether that teller said it, and everything that it rests on holds.
    boolean holds(Council council);

    /// Reads a message. Whether it holds is for [#holds] to say.
    ///
    /// @throws Malformed with the place
    static ClosingMessage read(byte[] bytes) throws Malformed {
        return ClosingJson.read(bytes);
    }

    /// The bytes, in their one form. The election is not in them: whoever reads them has to know
    /// which council they are for.
    default byte[] bytes() {
        return ClosingJson.bytes(this);
    }
}
