// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.codec.Cbor;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whom a mint says its keys are for (KEY-6).
final class Audience {
    private static final String DEVICES = "devices";

    private Audience() {}

    static void put(ObjectNode body, Collection<DeviceId> devices) {
        ArrayNode list = body.putArray(DEVICES);
        devices.stream().sorted().forEach(device -> list.add(device.hash().bytes()));
    }

    /// The devices that a mint's body names. Nobody where the list is not what [#put] writes, so
    /// that the audience equals no resolved one and the next writer mints again.
    static Set<DeviceId> of(byte[] body) {
        TreeSet<DeviceId> devices = new TreeSet<>();
        for (JsonNode each : Cbor.read(body).map(map -> map.path(DEVICES)).orElseGet(Cbor::map)) {
            Optional<DeviceId> device =
                    Cbor.bytes(each, Hash.BYTES).map(Hash::of).map(DeviceId::new);
            boolean ascends =
                    device.isPresent()
                            && (devices.isEmpty() || devices.last().compareTo(device.get()) < 0);
            if (!ascends) {
                return Set.of();
            }
            devices.add(device.get());
        }
        return devices;
    }
}
