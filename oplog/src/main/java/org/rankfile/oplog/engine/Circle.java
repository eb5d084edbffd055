// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.admit.CircleState;
import org.rankfile.oplog.admit.Membership;
import org.rankfile.oplog.codec.OpenedOp;
import org.rankfile.oplog.sync.CircleTag;
import org.rankfile.oplog.sync.MemoryInventory;
import org.rankfile.oplog.sync.OpKey;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// A circle we are in: its state, which ops are held and where they are stored. Engine thread only.
///
/// @param mints of each epoch, whose it is and whom it says it is for
record Circle(
        CircleIdentity identity,
        Membership membership,
        CircleState state,
        MemoryInventory inventory,
        Map<OpKey, Long> positions,
        Map<OpId, Mint> mints) {
    Circle(CircleIdentity identity, Membership membership, CircleState state) {
        this(identity, membership, state, new MemoryInventory(), new HashMap<>(), new HashMap<>());
    }

    /// @param by the device that minted, which knows the keys whatever the mint says
    record Mint(DeviceId by, Set<DeviceId> audience) {
        static Mint of(OpenedOp op) {
            return new Mint(op.header().device(), Audience.of(op.body()));
        }

        /// Whether just these devices have its keys, as far as it says.
        boolean isFor(Set<DeviceId> devices) {
            return devices.contains(by) && devices.equals(audience);
        }
    }

    CircleTag tag() {
        return identity.tag();
    }

    void hold(OpKey key, long position) {
        inventory.add(key);
        positions.put(key, position);
    }

    boolean isAuthority(OpKey key) {
        return state.isAuthority(id(key));
    }

    boolean isOpaque(OpKey key) {
        return state.isOpaque(id(key));
    }

    private static OpId id(OpKey key) {
        return new OpId(Hash.of(key.id()));
    }
}
