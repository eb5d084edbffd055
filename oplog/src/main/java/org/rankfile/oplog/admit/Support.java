// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.OpId;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// On what the right to a deed rests: fixed when the op was admitted, by what its author knew.
///
/// @param all what has to stand
/// @param any the certificates, admissions and roles that gave its author the right: of one of
///   these lists all have to stand
/// @param quorum how many managers have to want it besides the author
/// @param endorsers of each manager who does, the ops that say so
record Support(List<OpId> all, List<List<OpId>> any, int quorum, List<List<OpId>> endorsers) {
    static final Support NONE = new Support(List.of(), List.of(List.of()), 0, List.of());

    Support {
        all = List.copyOf(all);
        any = List.copyOf(any);
        endorsers = List.copyOf(endorsers);
    }

    boolean holds(Predicate<OpId> stands) {
        return all.stream().allMatch(stands)
                && any.stream().anyMatch(bundle -> bundle.stream().allMatch(stands))
                && wanting(stands) >= quorum;
    }

    private long wanting(Predicate<OpId> stands) {
        return endorsers.stream().filter(words -> words.stream().anyMatch(stands)).count();
    }

    /// Every op it names.
    Stream<OpId> ids() {
        return Stream.of(
                        all.stream(),
                        any.stream().flatMap(List::stream),
                        endorsers.stream().flatMap(List::stream))
                .flatMap(ids -> ids)
                .distinct();
    }
}
