// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.event.Batch;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who wrote an op, when, and knowing what. Immutable.
///
/// @param batch the import that it belongs to
/// @param undoes the ops that it takes back
public record OpMark(
        OpId id,
        PersonId author,
        Dot dot,
        Hlc time,
        Causality seen,
        Optional<Batch> batch,
        List<OpId> undoes) {
    /// The clock's order, then the ids': for concurrent values and for lists.
    static final Comparator<OpMark> BY_TIME =
            Comparator.comparing(OpMark::time).thenComparing(OpMark::id);

    static OpMark of(ContentOp op, Optional<Batch> batch, List<OpId> undoes) {
        return new OpMark(op.id(), op.author(), op.dot(), op.time(), op.seen(), batch, undoes);
    }

    /// Whether this op was written with knowledge of the other, or is the same.
    boolean knows(OpMark other) {
        return dot.equals(other.dot) || seen.includes(other.dot);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpMark that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
