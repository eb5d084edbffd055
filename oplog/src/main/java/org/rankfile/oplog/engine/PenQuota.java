// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.oplog.OpId;

import java.util.HashMap;
import java.util.Map;

/// How much of what is not admitted each deliverer brought of objects without an author (OP-25).
/// For one run of the program: who brought what is written down nowhere. Engine thread only.
final class PenQuota {
    private final long most;
    private final Map<OpId, Delivery> charged = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();

    private record Delivery(String by, int bytes) {}

    /// Nothing is charged yet.
    ///
    /// @param most how many bytes one deliverer may have here
    PenQuota(long most) {
        this.most = most;
    }

    /// Whether a deliverer may bring this much.
    boolean hasRoom(String by, long bytes) {
        return used.getOrDefault(by, 0L) + bytes <= most;
    }

    /// An object was stored and is not admitted.
    void charge(OpId id, String by, int bytes) {
        charged.put(id, new Delivery(by, bytes));
        used.merge(by, (long) bytes, Long::sum);
    }

    /// An object was admitted: it is no longer charged, and who brought it is forgotten.
    void admitted(OpId id) {
        Delivery delivery = charged.remove(id);
        if (delivery != null) {
            used.merge(delivery.by(), (long) -delivery.bytes(), Long::sum);
        }
    }
}
