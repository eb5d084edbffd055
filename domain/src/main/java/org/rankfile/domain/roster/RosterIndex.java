// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.domain.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds workers by their numbers. Immutable after construction.
public final class RosterIndex {
    private final Map<String, Worker> byKey = new HashMap<>();

    /// Indexes a list; of two with the same number the first by record id is found.
    public RosterIndex(Collection<Worker> workers) {
        workers.stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(worker ->
                        Identity.of(values(worker))
                                .keys()
                                .forEach(key -> byKey.putIfAbsent(key, worker)));
    }

    /// The workers that have any of these keys, each once.
    List<Worker> find(Identity identity) {
        Map<String, Worker> found = new HashMap<>();
        for (String key : identity.keys()) {
            Worker worker = byKey.get(key);
            if (worker != null) {
                found.put(worker.id(), worker);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Map<WorkerField, String> values(Worker worker) {
        Map<WorkerField, String> values = new EnumMap<>(WorkerField.class);
        for (WorkerField field : WorkerField.values()) {
            values.put(field, worker.value(field));
        }
        return values;
    }
}
