// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.Header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The admitted ops of one plane: chains, heads, and what each op knew. Engine thread only.
final class PlaneLog {
    private final Map<OpId, Place> places = new LinkedHashMap<>();
    private final Map<Dot, OpId> byDot = new HashMap<>();
    private final Map<DeviceId, OpId> tips = new HashMap<>();
    private final TreeSet<OpId> heads = new TreeSet<>();

    /// Two ops of one device with the same number.
    record Fork(Dot dot, OpId one, OpId other) {}

    boolean contains(OpId id) {
        return places.containsKey(id);
    }

    @Nullable Place place(OpId id) {
        return places.get(id);
    }

    /// The ops that no admitted op names yet, ascending.
    List<OpId> heads() {
        return List.copyOf(heads);
    }

    /// The newest op of a device, [OpId#NONE] where there is none.
    OpId tip(DeviceId device) {
        return tips.getOrDefault(device, OpId.NONE);
    }

    /// The number of the next op of a device.
    long nextSeq(DeviceId device) {
        Place tip = places.get(tip(device));
        return tip == null ? 1 : tip.dot().seq() + 1;
    }

    /// The first op that is named and not admitted; empty where all are.
    Optional<OpId> missing(Header header) {
        if (header.seq() > 1 && !contains(header.backlink())) {
            return Optional.of(header.backlink());
        }
        return header.deps().stream().filter(dep -> !contains(dep)).findFirst();
    }

    /// Whether the backlink is the same device's op of the number before. Everything it names is
    /// admitted.
    boolean isChained(Header header) {
        if (header.seq() == 1) {
            return true;
        }
        Place before = places.get(header.backlink());
        return before != null && before.dot().equals(new Dot(header.device(), header.seq() - 1));
    }

    /// What the op's author knew. Everything it names is admitted.
    Place placeOf(Header header) {
        Place before = places.get(header.backlink());
        Past others = before == null ? Past.NOTHING : before.others();
        for (OpId dep : header.deps()) {
            Place place = places.get(dep);
            if (place != null) {
                others = others.and(place.after());
            }
        }
        return new Place(new Dot(header.device(), header.seq()), others);
    }

    /// Admits an op; tells of a fork if its device has another op of the same number. Both stand:
    /// everyone who holds both says the same.
    Optional<Fork> admit(OpId id, Header header, Place place) {
        places.put(id, place);
        heads.remove(header.backlink());
        header.deps().forEach(heads::remove);
        heads.add(id);
        Place tip = places.get(tip(header.device()));
        if (tip == null || tip.dot().seq() < header.seq()) {
            tips.put(header.device(), id);
        }
        OpId other = byDot.putIfAbsent(place.dot(), id);
        return other == null ? Optional.empty() : Optional.of(new Fork(place.dot(), other, id));
    }

    /// The admitted ids in the order of their admission, which is a causal one.
    List<OpId> ids() {
        return new ArrayList<>(places.keySet());
    }
}
