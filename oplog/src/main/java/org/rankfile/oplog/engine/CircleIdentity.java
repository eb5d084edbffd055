// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.crypto.Secret;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.codec.Cbor;
import org.rankfile.oplog.sync.CircleTag;

import java.util.Optional;

/// What must be known of a circle before any of its ops: kept in the store, handed to newcomers.
///
/// @param name `hall` or `committee`
/// @param id the id of its genesis
/// @param root what members prove to each other that they are in it
record CircleIdentity(String name, CircleTag tag, OpId id, Secret root) {
    static final String HALL = "hall";
    static final String COMMITTEE = "committee";
    static final int ROOT_BYTES = 32;

    boolean isHall() {
        return name.equals(HALL);
    }

    void putInto(ObjectNode map) {
        map.put("name", name);
        map.put("tag", tag.bytes());
        map.put("id", id.hash().bytes());
        map.put("root", root.expose());
    }

    byte[] bytes() {
        ObjectNode map = Cbor.map();
        putInto(map);
        return Cbor.write(map);
    }

    static Optional<CircleIdentity> of(byte[] bytes) {
        return Cbor.read(bytes).flatMap(CircleIdentity::of);
    }

    static Optional<CircleIdentity> of(JsonNode map) {
        Optional<String> name =
                Cbor.text(map, "name", 16).filter(n -> n.equals(HALL) || n.equals(COMMITTEE));
        Optional<byte[]> tag = Cbor.bytes(map, "tag", CircleTag.BYTES);
        Optional<OpId> id = Cbor.hash(map, "id").map(OpId::new);
        Optional<byte[]> root = Cbor.bytes(map, "root", ROOT_BYTES);
        return name.isEmpty() || tag.isEmpty() || id.isEmpty() || root.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CircleIdentity(
                                name.get(),
                                CircleTag.of(tag.get()),
                                id.get(),
                                Secret.copyOf(root.get())));
    }
}
