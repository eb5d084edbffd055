// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.desk.Request;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Requests about members and grievances, in the words of the demo.
final class Records {
    private static final int FIRST_EMPLOYEE = 10_000;

    private Records() {}

    /// The employee number of the given worker of the demo's file.
    static String worker(int index) {
        return String.valueOf(FIRST_EMPLOYEE + index);
    }

    static void setWorker(PeerProcess peer, int index, String field, String value)
            throws DemoFailed {
        peer.ask(setWorker(index, field, value));
    }

    static Request setWorker(int index, String field, String value) {
        return Request.of("members set")
                .with("id", worker(index))
                .with("values", Map.of(field, value));
    }

    static void setGrievance(PeerProcess peer, String id, Map<String, String> values)
            throws DemoFailed {
        peer.ask(Request.of("grievance set").with("id", id).with("values", values));
    }

    static ObjectNode grievance(PeerProcess peer, String id) throws DemoFailed {
        return peer.ask(Request.of("grievance show").with("id", id));
    }

    /// All workers of a peer, by employee number.
    static Map<String, JsonNode> workers(PeerProcess peer) throws DemoFailed {
        Map<String, JsonNode> workers = new TreeMap<>();
        for (JsonNode each : peer.ask(Request.of("members list")).path("members")) {
            workers.put(each.path("employee_no").asText(), each);
        }
        return workers;
    }

    /// One worker of a peer.
    static JsonNode worker(PeerProcess peer, int index) throws DemoFailed {
        JsonNode worker = workers(peer).get(worker(index));
        if (worker == null) {
            throw new DemoFailed(peer.name() + " lacks a worker");
        }
        return worker;
    }

    static int grievances(PeerProcess peer) throws DemoFailed {
        return peer.ask(Request.of("grievance list")).path("grievances").size();
    }

    /// Every value that a field ever had, as a record's history tells it.
    static Set<String> everValues(PeerProcess peer, String id, String field) throws DemoFailed {
        Set<String> values = new HashSet<>();
        for (JsonNode change : peer.ask(Request.of("history").with("id", id)).path("changes")) {
            if (change.path("field").asText().equals(field)) {
                values.add(change.path("after").asText());
            }
        }
        return values;
    }
}
