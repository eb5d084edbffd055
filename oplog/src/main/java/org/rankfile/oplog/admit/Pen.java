// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.rankfile.oplog.OpId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The objects without an author that could be read: which are admitted, and which wait until the
/// layer above thinks otherwise (OP-24). Engine thread only.
final class Pen {
    private final CircleEvents events;
    private final Consumer<OpId> refused;
    private final Map<OpId, byte[]> waiting = new LinkedHashMap<>();
    private final Set<OpId> admitted = new HashSet<>();

    Pen(CircleEvents events, Consumer<OpId> refused) {
        this.events = events;
        this.refused = refused;
    }

    /// Takes an object and asks what becomes of it. Until that is answered it waits.
    void offer(OpId id, byte[] content) {
        waiting.put(id, content);
        decide(id, content);
    }

    /// Asks again for all that wait, in the order of their coming.
    ///
    /// @return whether any was decided
    boolean regate() {
        int before = waiting.size();
        List<Map.Entry<OpId, byte[]>> all = new ArrayList<>();
        waiting.forEach((id, content) -> all.add(Map.entry(id, content)));
        all.forEach(each -> decide(each.getKey(), each.getValue()));
        return waiting.size() != before;
    }

    private void decide(OpId id, byte[] content) {
        switch (events.judge(content)) {
            case WAIT -> {
                // The layer above will say when to ask again.
            }
            case ADMITTED -> {
                if (waiting.remove(id) != null) {
                    admitted.add(id);
                    events.authorless(id, content);
                }
            }
            case REFUSED -> {
                if (waiting.remove(id) != null) {
                    refused.accept(id);
                }
            }
        }
    }

    /// Whether an object was admitted.
    boolean isAdmitted(OpId id) {
        return admitted.contains(id);
    }

    /// Whether an object waits.
    boolean isWaiting(OpId id) {
        return waiting.containsKey(id);
    }

    /// How many wait.
    int size() {
        return waiting.size();
    }
}
