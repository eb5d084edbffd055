// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.PreKeyPublic;
import org.rankfile.crypto.Signature;
import org.rankfile.crypto.VerifyKey;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.join.DeviceKeys;

import java.util.Optional;

/// A device's keys as a `DeviceAdd` carries them, with its proofs of possession (MEM-4).
public final class DeviceCertificate {
    private DeviceCertificate() {}

    /// Writes the keys into a map.
    public static void put(ObjectNode map, DeviceKeys keys) {
        map.put("signing", keys.signing().bytes());
        map.put("prekey", keys.prekey().bytes());
        map.put("peer", keys.peer().bytes());
        map.put("bySigning", keys.bySigning().bytes());
        map.put("byPeer", keys.byPeer().bytes());
    }

    /// The keys in a map; empty where one is missing or a proof does not hold.
    public static Optional<DeviceKeys> get(JsonNode map) {
        Optional<VerifyKey> signing =
                Cbor.bytes(map, "signing", VerifyKey.BYTES).flatMap(VerifyKey::of);
        Optional<PreKeyPublic> prekey =
                Cbor.bytes(map, "prekey", PreKeyPublic.BYTES).flatMap(PreKeyPublic::of);
        Optional<PeerId> peer = Cbor.bytes(map, "peer", PeerId.BYTES).flatMap(PeerId::of);
        Optional<Signature> bySigning =
                Cbor.bytes(map, "bySigning", Signature.BYTES).flatMap(Signature::of);
        Optional<Signature> byPeer =
                Cbor.bytes(map, "byPeer", Signature.BYTES).flatMap(Signature::of);
        if (signing.isEmpty()
                || prekey.isEmpty()
                || peer.isEmpty()
                || bySigning.isEmpty()
                || byPeer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                        new DeviceKeys(
                                signing.get(),
                                prekey.get(),
                                peer.get(),
                                bySigning.get(),
                                byPeer.get()))
                .filter(DeviceKeys::areProven);
    }

    /// The device of these keys.
    public static DeviceId device(DeviceKeys keys) {
        return DeviceId.of(keys.signing());
    }
}
