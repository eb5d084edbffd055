// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import java.util.List;

/// One op that put something there (a record, a set's element, a note) or took it away. Immutable.
record Deed(OpMark op, boolean adds) {
    /// Whether the thing is there after these deeds, in a causal order.
    static boolean holds(List<Deed> causal) {
        Presence presence = new Presence();
        for (Deed deed : causal) {
            if (deed.adds) {
                presence.add(deed.op);
            } else {
                presence.remove(deed.op);
            }
        }
        return presence.holds();
    }
}
