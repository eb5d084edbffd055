// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.AuthorlessGate.Verdict;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.codec.OpenedOp;

/// Is told what a circle decided. Called from within [CircleState#accept].
public interface CircleEvents {
    /// A content op stands.
    ///
    /// @param author whose device signed it
    /// @param dot its place in its device's chain
    /// @param seen what its author knew
    void content(OpenedOp op, PersonId author, Dot dot, Causality seen);

    /// What the layer above thinks of content without an author. Pure.
    Verdict judge(byte[] content);

    /// An object without an author was admitted.
    void authorless(OpId id, byte[] content);

    /// An authority op stands and has been applied.
    void authority(OpenedOp op);

    /// Two ops of one device have the same number. Both are kept.
    void fork(Dot dot, OpId one, OpId other);
}
