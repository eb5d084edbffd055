// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Json;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What everybody holds, as `status` tells it: by peer, the fingerprint of each circle.
record Fingerprints(Map<String, Map<String, String>> byPeer) {
    private static final String HALL = "hall";
    private static final String COMMITTEE = "committee";

    /// The fingerprints if all copies are the same and nothing waits in any; else empty.
    static Optional<Fingerprints> ofSame(Local local) throws DemoFailed {
        Map<String, Map<String, String>> byPeer = new TreeMap<>();
        for (PeerProcess peer : local.everybody()) {
            Map<String, String> circles = new TreeMap<>();
            for (JsonNode circle : peer.status().path("circles")) {
                if (circle.path("parked").asInt() > 0) {
                    return Optional.empty();
                }
                DemoFailed.unless(
                        circle.path("refused").asInt() == 0,
                        peer.name() + " refused what a fellow member wrote");
                circles.put(circle.path("name").asText(), circle.path("fingerprint").asText());
            }
            byPeer.put(peer.name(), circles);
        }
        Fingerprints all = new Fingerprints(byPeer);
        boolean same =
                all.areSame(HALL, local.everybody().size())
                        && all.areSame(COMMITTEE, local.committee().size());
        return same ? Optional.of(all) : Optional.empty();
    }

    /// Whether so many peers hold the circle, and all of them the same of it.
    private boolean areSame(String circle, int holders) {
        var held = byPeer.values().stream().filter(of -> of.containsKey(circle)).toList();
        return held.size() == holders
                && held.stream().map(of -> of.get(circle)).distinct().count() == 1;
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        byPeer.forEach((peer, circles) -> circles.forEach(json.putObject(peer)::put));
        return json;
    }
}
