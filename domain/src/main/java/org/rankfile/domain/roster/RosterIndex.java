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
    private final Map<String, List<Worker>> byKey = new HashMap<>();
    private final Map<String, Worker> byId = new HashMap<>();

    /// Indexes a list.
    public RosterIndex(Collection<Worker> workers) {
        for (Worker worker : workers) {
            byId.put(worker.id(), worker);
            Identity.of(values(worker))
                    .keys()
                    .forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(worker));
        }
    }

    /// The workers that have any of these keys, each once. Somebody without a number whose row was
    /// imported before is found by that row, though their phone or department has changed since.
    List<Worker> find(Identity identity) {
        Map<String, Worker> found = new HashMap<>();
        for (String key : identity.keys()) {
            byKey.getOrDefault(key, List.of()).forEach(worker -> found.put(worker.id(), worker));
        }
        Worker imported = byId.get(identity.recordId());
        if (found.isEmpty() && identity.isName() && imported != null) {
            return List.of(imported);
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
