// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.Hash;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.codec.Cbor;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Whom a mint says its keys are for (KEY-6).
final class Audience {
    private static final String DEVICES = "devices";

    private Audience() {}

    static void put(ObjectNode body, Collection<DeviceId> devices) {
        ArrayNode list = body.putArray(DEVICES);
        devices.stream().sorted().forEach(device -> list.add(device.hash().bytes()));
    }

    /// The devices that a mint's body names; those that are no device are left out, so that the
    /// audience equals no resolved one and the next writer mints again.
    static Set<DeviceId> of(byte[] body) {
        Set<DeviceId> devices = new HashSet<>();
        JsonNode list = Cbor.read(body).map(map -> map.path(DEVICES)).orElseGet(Cbor::map);
        for (JsonNode each : list) {
            try {
                byte[] bytes = each.binaryValue();
                if (bytes != null && bytes.length == Hash.BYTES) {
                    devices.add(new DeviceId(Hash.of(bytes)));
                }
            } catch (IOException notBytes) {
                return Set.of();
            }
        }
        return devices;
    }
}
