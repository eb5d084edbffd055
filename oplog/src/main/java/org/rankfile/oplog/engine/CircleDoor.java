// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.Hash;
import org.rankfile.crypto.Secret;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.SealedOp;
import org.rankfile.oplog.join.IntroductionDoor;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.OpKey;
import org.rankfile.store.StoreException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an introduction with one peer may see and do of a circle. Engine thread only.
record CircleDoor(LocalReplica replica, Circle circle, PeerId peer) implements IntroductionDoor {
    @Override
    public CircleTag tag() {
        return circle.tag();
    }

    @Override
    public Secret root() {
        return circle.identity().root();
    }

    @Override
    public boolean isKnown() {
        return circle.identity().isHall()
                ? replica.isKnown(peer)
                : replica.log().isIn(circle, peer);
    }

    @Override
    public boolean isKnownNow() {
        replica.changed();
        return isKnown();
    }

    @Override
    public boolean isHeld(OpKey key) {
        return circle.inventory().contains(key);
    }

    @Override
    public List<OpKey> authority() {
        Map<OpId, OpKey> keys = new HashMap<>();
        circle.positions().keySet().forEach(key -> keys.put(id(key), key));
        List<OpKey> authority = new ArrayList<>();
        for (OpId id : circle.state().authority()) {
            OpKey key = keys.get(id);
            if (key != null) {
                authority.add(key);
            }
        }
        return authority;
    }

    private static OpId id(OpKey key) {
        return new OpId(Hash.of(key.id()));
    }

    @Override
    public Optional<byte[]> op(OpKey key) {
        try {
            return replica.log().wire(circle.tag(), key);
        } catch (StoreException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public boolean admit(SealedOp op) {
        boolean fresh = op.tag().equals(circle.tag()) && !isHeld(op.key());
        if (!fresh || !circle.state().wouldStand(op)) {
            return false;
        }
        try {
            replica.log().receive(circle.tag(), List.of(op.wire()), peer.toString());
            return circle.state().isAdmitted(op.id());
        } catch (StoreException notKept) {
            return false;
        }
    }
}
