// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.net;

import org.jspecify.annotations.Nullable;
import org.rankfile.crypto.SigningKey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a mesh needs to start.
///
/// @param peerKey the key behind our peer id
/// @param listenKeys at most 16 network keys; a dialler may use any of them. Empty: no private
///   network
/// @param dialKey the network key to dial with; null: no private network
/// @param limits what bounds foreign input
/// @param random a strong source, used from several threads
/// @param agent our program's name as told in identify, 1..128 printable ASCII characters
/// @param time for the sequence numbers of our signed peer record
public record MeshConfig(
        SigningKey peerKey,
        List<NetworkKey> listenKeys,
        @Nullable NetworkKey dialKey,
        Limits limits,
        RandomGenerator random,
        String agent,
        InstantSource time) {
    /// Checks the bounds.
    public MeshConfig {
        listenKeys = List.copyOf(listenKeys);
        checkKeys(listenKeys, dialKey);
        if (!agent.matches("[ -~]{1,128}")) {
            throw new IllegalArgumentException("agent: 1..128 printable ASCII characters");
        }
    }

    /// What [Mesh#useKeys] takes too.
    ///
    /// @throws IllegalArgumentException for more than 16 keys, or keys to listen with and none to
    ///   dial with
    public static void checkKeys(List<NetworkKey> listen, @Nullable NetworkKey dial) {
        if (listen.size() > Limits.NETWORK_KEYS) {
            throw new IllegalArgumentException("at most 16 network keys");
        }
        if (dial == null && !listen.isEmpty()) {
            throw new IllegalArgumentException("dialling without a key from a private network");
        }
    }

    /// The same without a clock: the sequence numbers start anew with every mesh.
    public MeshConfig(
            SigningKey peerKey,
            List<NetworkKey> listenKeys,
            @Nullable NetworkKey dialKey,
            Limits limits,
            RandomGenerator random,
            String agent) {
        this(peerKey, listenKeys, dialKey, limits, random, agent, () -> Instant.EPOCH);
    }
}
