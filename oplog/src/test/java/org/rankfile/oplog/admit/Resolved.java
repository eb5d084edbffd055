// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.Hlc;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.Header;
import org.rankfile.oplog.codec.OpType;
import org.rankfile.oplog.codec.Plane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the resolver makes of a history.
final class Resolved {
    final Acts acts = new Acts();
    private final PlaneLog log = new PlaneLog();

    /// Takes entries in a causal order.
    Resolved take(List<Entry> entries) {
        entries.forEach(this::take);
        return this;
    }

    void take(Entry entry) {
        Header header = header(entry);
        if (log.missing(header).isPresent() || !log.isChained(header)) {
            return;
        }
        Place place = log.placeOf(header);
        List<OpId> parents = new ArrayList<>(entry.deps());
        if (entry.seq() > 1) {
            parents.add(entry.backlink());
        }
        rights(entry, place, parents)
                .ifPresent(rights -> {
                    log.admit(entry.id(), header, place);
                    acts.add(new Act(entry.id(), place, parents, entry.deed(), rights));
                });
    }

    private Optional<Act.Rights> rights(Entry entry, Place place, List<OpId> parents) {
        if (entry.deed() instanceof Deed.Found) {
            return acts.size() == 0 ? Optional.of(Act.Rights.NONE) : Optional.empty();
        }
        View view = act -> acts.isKnown(act, place, parents);
        return new Rights(acts, new Authority(acts, view)).of(entry.device(), entry.deed());
    }

    private static Header header(Entry entry) {
        return new Header(
                OpId.NONE,
                Plane.AUTHORITY,
                entry.device(),
                entry.seq(),
                entry.backlink(),
                entry.deps(),
                new Hlc(0, 0),
                OpId.NONE,
                OpType.MERGE);
    }

    /// Which of the entries are admitted.
    Set<OpId> admitted(List<Entry> entries) {
        Set<OpId> admitted = new HashSet<>();
        entries.stream().map(Entry::id).filter(id -> acts.get(id) != null).forEach(admitted::add);
        return admitted;
    }

    /// Who is what in a view.
    Authority in(Set<OpId> view) {
        return new Authority(acts, act -> view.contains(act.id()));
    }
}
