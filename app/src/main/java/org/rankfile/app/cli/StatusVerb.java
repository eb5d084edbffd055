// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import picocli.CommandLine.Command;

/// `status`: where this copy stands.
@Command(name = "status", description = "Say what this copy holds and with whom it is in sync.")
final class StatusVerb extends HomeVerb {
    StatusVerb(Screen screen, Reach reach) {
        super(screen, reach);
    }

    @Override
    Request request() {
        return Request.of("status");
    }

    @Override
    void show(ObjectNode result) {
        screen.line(result.path("local").asText() + ", as " + result.path("person").asText());
        for (JsonNode circle : result.path("circles")) {
            screen.line(
                    "  "
                            + circle.path("name").asText()
                            + ": "
                            + circle.path("ops").asInt()
                            + " entries, fingerprint "
                            + circle.path("fingerprint").asText()
                            + waiting(circle));
        }
        for (JsonNode address : result.path("addresses")) {
            screen.line("  can be dialled at " + address.asText());
        }
        for (JsonNode peer : result.path("peers")) {
            String name = peer.path("person").asText();
            screen.line(
                    "  "
                            + (name.isEmpty() ? "somebody unknown" : name)
                            + ": "
                            + words(peer.path("state").asText()));
        }
        if (result.path("copied").asBoolean()) {
            screen.line("  Another copy of this home has written: this one only reads.");
        }
        if (result.path("peers").isEmpty()) {
            screen.line(
                    result.path("connected").asBoolean()
                            ? "  Nobody is reachable now."
                            : "  Offline. 'run' connects.");
        }
    }

    private static String waiting(JsonNode circle) {
        int parked = circle.path("parked").asInt();
        int refused = circle.path("refused").asInt();
        int penned = circle.path("penned").asInt();
        return (parked == 0 ? "" : ", " + parked + " wait for others")
                + (penned == 0 ? "" : ", " + penned + " wait in the pen for admission")
                + (refused == 0 ? "" : ", " + refused + " refused");
    }

    static String words(String state) {
        return switch (state) {
            case "in_sync" -> "in sync";
            case "syncing" -> "comparing";
            case "failed" -> "failed, will be tried again";
            default -> "connected";
        };
    }
}
