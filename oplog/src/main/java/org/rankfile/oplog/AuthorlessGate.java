// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

/// What the layer above thinks of content without an author (docs/spec/op.md, OP-24).
///
/// Every replica with the same ops must come to the same in the end. So an answer other than
/// [Verdict#WAIT] is for good: whatever is learnt later, the same content gets the same answer, and
/// it follows from what all replicas will know, never from a clock or from who brought it.
@FunctionalInterface
public interface AuthorlessGate {
    /// The answers.
    enum Verdict {
        /// It counts: the listener is told.
        ADMITTED,
        /// Not known yet: it is kept, within a quota, and offered again by [Replica#regate].
        WAIT,
        /// It is wrong in itself and can never be admitted: its id is kept, so that it is not asked
        /// for again.
        REFUSED
    }

    /// Judges content. Called on the engine thread, more than once for the same content: without
    /// effects, in milliseconds at most, for any bytes that a member may have sealed.
    ///
    /// @param circle the circle's name here
    /// @param content not copied: do not change it
    Verdict judge(String circle, byte[] content);
}
