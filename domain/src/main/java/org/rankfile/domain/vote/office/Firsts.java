// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.vote.office;

import org.rankfile.oplog.ContentOp;
import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// What each said first: the same for the same ops, in whichever order they came.
final class Firsts<K, T> {
    private final Map<K, Said<T>> said = new LinkedHashMap<>();

    private record Said<T>(Hlc time, OpId op, T value) {
        private static final Comparator<Said<?>> ORDER =
                Comparator.<Said<?>, Hlc>comparing(Said::time).thenComparing(Said::op);
    }

    /// Takes what an op says.
    ///
    /// @return whether it is the first now
    boolean offer(K who, ContentOp op, T value) {
        Said<T> now = new Said<>(op.time(), op.id(), value);
        Said<T> before = said.get(who);
        if (before != null && Said.ORDER.compare(before, now) <= 0) {
            return false;
        }
        said.put(who, now);
        return true;
    }

    /// Puts something else in the place of each, which says the same.
    void replaceAll(BiFunction<K, T, T> change) {
        said.replaceAll((who, first) ->
                new Said<>(first.time(), first.op(), change.apply(who, first.value())));
    }

    Optional<T> get(K who) {
        return Optional.ofNullable(said.get(who)).map(Said::value);
    }

    boolean has(K who) {
        return said.containsKey(who);
    }

    int size() {
        return said.size();
    }

    /// In no particular order.
    Map<K, T> all() {
        Map<K, T> all = new LinkedHashMap<>();
        said.forEach((who, first) -> all.put(who, first.value()));
        return all;
    }
}
