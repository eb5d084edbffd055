// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;

/// By whom and when, by their own clock.
public record Stamp(OpId op, PersonId author, Hlc time) {
    static Stamp of(OpMark op) {
        return new Stamp(op.id(), op.author(), op.time());
    }
}
