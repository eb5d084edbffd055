// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.record;

import org.rankfile.domain.Limits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What an op gave to a field: one value, or those between which nobody has decided yet. Immutable.
///
/// @param values at least one, the one that is shown last; an empty text for "no value"
record Write(OpMark op, List<String> values) {
    Write {
        values = List.copyOf(values);
    }

    Write(OpMark op, String value) {
        this(op, List.of(value));
    }

    /// The value that is shown.
    String value() {
        return values.getLast();
    }

    /// Adds a write to the writes that none replaces: it replaces those that its author knew. Ops
    /// come in a causal order, so none of them replaces it.
    static List<Write> after(List<Write> heads, Write write) {
        List<Write> kept = new ArrayList<>(heads.size() + 1);
        for (Write head : heads) {
            if (!write.op.knows(head.op)) {
                kept.add(head);
            }
        }
        kept.add(write);
        return List.copyOf(kept);
    }

    /// The writes of a causal list that no other one of it replaces.
    static List<Write> latest(List<Write> causal) {
        List<Write> heads = List.of();
        for (Write write : causal) {
            heads = after(heads, write);
        }
        return heads;
    }

    /// The values of writes of which none replaces another, the latest last.
    static List<String> values(List<Write> heads) {
        return heads.stream()
                .sorted(Comparator.comparing(Write::op, OpMark.BY_TIME))
                .flatMap(head -> head.values.stream())
                .toList();
    }

    /// The value that is shown: the latest, a clock too far ahead counting least (EV-7).
    static String winner(List<Write> heads, long nowMillis) {
        return heads.size() == 1
                ? heads.getFirst().value()
                : heads.stream().max(order(nowMillis)).map(Write::value).orElse("");
    }

    static boolean anyAhead(List<Write> heads, long nowMillis) {
        return heads.size() > 1 && heads.stream().anyMatch(head -> head.ahead(nowMillis));
    }

    private static Comparator<Write> order(long nowMillis) {
        return Comparator.comparing((Write write) -> !write.ahead(nowMillis))
                .thenComparing(Write::op, OpMark.BY_TIME);
    }

    private boolean ahead(long nowMillis) {
        return op.time().millis() > nowMillis + Limits.CLOCK_AHEAD_MILLIS;
    }
}
