// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import java.util.ArrayList;
import java.util.List;

/// Add-wins presence (EV-8): there as long as some op that adds is unknown to every op that
/// removes. The list holds those ops, but not the ones that later ones of it know.
final class Presence {
    private List<OpMark> adds = List.of();

    void add(OpMark op) {
        List<OpMark> kept = unknownTo(op);
        kept.add(op);
        adds = List.copyOf(kept);
    }

    void remove(OpMark op) {
        adds = List.copyOf(unknownTo(op));
    }

    boolean holds() {
        return !adds.isEmpty();
    }

    List<OpMark> adds() {
        return adds;
    }

    private List<OpMark> unknownTo(OpMark op) {
        List<OpMark> kept = new ArrayList<>(adds.size() + 1);
        for (OpMark add : adds) {
            if (!op.knows(add)) {
                kept.add(add);
            }
        }
        return kept;
    }
}
