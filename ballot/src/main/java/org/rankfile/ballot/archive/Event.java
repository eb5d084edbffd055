// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.ballot.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.ballot.Limits;
import org.rankfile.ballot.Malformed;
import org.rankfile.ballot.json.CanonicalJson;
import org.rankfile.ballot.json.JsonValue;
import org.rankfile.crypto.Hash;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// A link of the chain.
///
/// @param parent the hash of the one before; missing in the first
/// @param height from 0
/// @param payload the hash of the last record of its data, if it has any
record Event(Optional<Hash> parent, int height, EventType type, Optional<Hash> payload) {
    private static final Set<String> FIELDS = Set.of("parent", "height", "type", "payload");

    byte[] bytes() {
        ObjectNode json = CanonicalJson.object();
        parent.ifPresent(hash -> json.put("parent", hash.hex()));
        json.put("height", height).put("type", type.text());
        payload.ifPresent(hash -> json.put("payload", hash.hex()));
        return CanonicalJson.bytes(json);
    }

    /// Reads an event, of which only its own form is checked.
    static Event read(byte[] bytes) throws Malformed {
        JsonValue json = CanonicalJson.readCanonical(bytes).only(FIELDS);
        JsonValue named = json.field("type");
        Optional<EventType> type = EventType.named(named.text());
        if (type.isEmpty()) {
            throw named.wrong("an unknown event");
        }
        Optional<JsonValue> parent = json.optional("parent");
        Optional<JsonValue> payload = json.optional("payload");
        Event event =
                new Event(
                        parent.isEmpty() ? Optional.empty() : Optional.of(parent.get().hash()),
                        json.field("height").number(0, Limits.ARCHIVE_EVENTS),
                        type.get(),
                        payload.isEmpty() ? Optional.empty() : Optional.of(payload.get().hash()));
        if (!Arrays.equals(event.bytes(), bytes)) {
            throw json.wrong("not in canonical form");
        }
        return event;
    }
}
