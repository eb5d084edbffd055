// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.Founding;
import org.rankfile.oplog.codec.Cbor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a newcomer is told when admitted: the local's name and the circles they are in. Everything
/// else comes by synchronisation (MEM-8).
///
/// @param local what the local is called
/// @param circles the hall first
record Handover(String local, List<CircleIdentity> circles) {
    byte[] bytes() {
        ObjectNode map = Cbor.map();
        map.put("local", local);
        ArrayNode list = map.putArray("circles");
        circles.forEach(circle -> circle.putInto(list.addObject()));
        return Cbor.write(map);
    }

    static Optional<Handover> of(byte[] bytes) {
        Optional<ObjectNode> map = Cbor.read(bytes);
        Optional<String> local =
                map.flatMap(m -> Cbor.text(m, "local", 200)).filter(Founding::isName);
        List<CircleIdentity> circles = new ArrayList<>();
        for (JsonNode each : map.map(m -> m.path("circles")).orElseGet(Cbor::map)) {
            CircleIdentity.of(each).ifPresent(circles::add);
        }
        boolean sound =
                !circles.isEmpty()
                        && circles.size() <= 2
                        && circles.getFirst().isHall()
                        && circles.stream().filter(CircleIdentity::isHall).count() == 1;
        return sound ? local.map(name -> new Handover(name, circles)) : Optional.empty();
    }
}
