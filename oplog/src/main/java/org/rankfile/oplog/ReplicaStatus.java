// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog;

import java.util.List;

/// Where a replica stands. Immutable.
///
/// @param local what the local is called
/// @param device our device
/// @param me the person whose device it is
/// @param circles the circles we are in
/// @param peers the peers we are connected to
/// @param addresses where we can be dialled; empty while offline
/// @param copied whether another copy of this home has written, so that this one has stopped
public record ReplicaStatus(
        String local,
        DeviceId device,
        PersonId me,
        List<CircleStatus> circles,
        List<PeerStatus> peers,
        List<String> addresses,
        boolean copied) {
    /// Copies the lists.
    public ReplicaStatus {
        circles = List.copyOf(circles);
        peers = List.copyOf(peers);
        addresses = List.copyOf(addresses);
    }

    /// One circle.
    ///
    /// @param name `hall` or `committee`
    /// @param ops how many ops are held, readable or not
    /// @param fingerprint of all of them, 32 hexadecimal digits: equal on two replicas that hold
    ///   the same
    /// @param parked how many wait for another op
    /// @param refused how many broke a rule
    /// @param penned how many objects without an author wait for what the layer above will learn
    public record CircleStatus(
            String name, int ops, String fingerprint, int parked, int refused, int penned) {}

    /// One peer.
    ///
    /// @param peerId its libp2p peer id
    /// @param person whose device it is; empty for a stranger
    /// @param address where it is
    /// @param state how far synchronisation is
    public record PeerStatus(String peerId, String person, String address, PeerState state) {}

    /// How far synchronisation with a peer is. `IN_SYNC` only if fingerprints matched in this
    /// session and nothing is outstanding.
    public enum PeerState {
        /// Connected; no session yet.
        CONNECTED,
        /// Comparing or transferring.
        SYNCING,
        /// Fingerprints matched.
        IN_SYNC,
        /// The session failed or stalled.
        FAILED
    }
}
