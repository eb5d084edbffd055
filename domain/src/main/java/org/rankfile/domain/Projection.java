// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain;

import org.rankfile.domain.event.RecordKey;
import org.rankfile.domain.grievance.Grievance;
import org.rankfile.domain.record.Ledger;
import org.rankfile.domain.record.RecordView;
import org.rankfile.domain.roster.Worker;
import org.rankfile.oplog.ContentListener;
import org.rankfile.oplog.ContentOp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Turns the committee's ops into snapshots. Only what an op touched is looked at again. Engine
/// thread only.
final class Projection implements ContentListener {
    private final Ledger ledger = new Ledger();
    private final TextIndex index;
    private final GrievanceNumbers numbers;
    private final LongSupplier nowMillis;
    private final Consumer<UnionSnapshot> publish;
    private final Map<String, Worker> workers = new HashMap<>();
    private final TreeMap<String, Worker> sorted = new TreeMap<>();
    private final Map<String, RecordView> cases = new HashMap<>();
    private long version;

    Projection(
            TextIndex index,
            GrievanceNumbers numbers,
            LongSupplier nowMillis,
            Consumer<UnionSnapshot> publish) {
        this.index = index;
        this.numbers = numbers;
        this.nowMillis = nowMillis;
        this.publish = publish;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void admitted(ContentOp op) {
        if (op.circle().equals(Ledger.CIRCLE)) {
            ledger.fold(op);
        }
    }

    @Override
    public void changed() {
        long now = nowMillis.getAsLong();
        Set<RecordKey> touched = ledger.takeTouched(now);
        for (RecordKey key : touched) {
            Optional<RecordView> view = ledger.view(key, now);
            switch (key.kind()) {
                case RecordKey.WORKER -> worker(key.id(), view.map(Worker::new));
                case RecordKey.GRIEVANCE -> grievance(key.id(), view);
                default -> {
                    // A kind of a later version: kept in the ledger, shown by that version.
                }
            }
        }
        version++;
        publish.accept(
                new UnionSnapshot(
                        version, new ArrayList<>(sorted.values()), grievances(), ledger.batches()));
    }

    private void worker(String id, Optional<Worker> now) {
        Worker before = workers.remove(id);
        if (before != null) {
            sorted.remove(before.sortKey());
        }
        if (now.isEmpty()) {
            index.remove(RecordKey.WORKER, id);
            return;
        }
        Worker worker = now.get();
        workers.put(id, worker);
        sorted.put(worker.sortKey(), worker);
        if (before == null || !before.searchText().equals(worker.searchText())) {
            index.put(RecordKey.WORKER, id, worker.searchText());
        }
    }

    private void grievance(String id, Optional<RecordView> now) {
        if (now.isEmpty()) {
            cases.remove(id);
            index.remove(RecordKey.GRIEVANCE, id);
            return;
        }
        cases.put(id, now.get());
        index.put(RecordKey.GRIEVANCE, id, new Grievance(now.get(), "").searchText());
    }

    private List<Grievance> grievances() {
        Collection<RecordView> views = cases.values();
        Map<RecordKey, String> shown = numbers.shown(ledger, views);
        return views.stream()
                .map(view -> new Grievance(view, shown.getOrDefault(view.key(), "")))
                .sorted(Grievance.BY_DEADLINE)
                .toList();
    }
}
