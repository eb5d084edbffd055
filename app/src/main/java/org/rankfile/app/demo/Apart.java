// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.demo;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What people change while nobody can reach anybody, and what must be left of it afterwards: both
/// values of what matters in a case, the later one of the rest, and everything in the history.
final class Apart {
    /// Changed by two people at once.
    private static final int SHARED_WORKER = 3;

    private static final int ANAS_WORKER = 4;
    private static final int CLEOS_WORKER = 5;
    private static final int WEEK = 7;

    private final Local local;
    private final List<String> grievances;
    private final List<String> texts;
    private final Map<String, String> fromAna = new TreeMap<>();
    private final Map<String, String> fromBen = new TreeMap<>();

    /// @param grievances the ids of three
    /// @param texts at least nine that occur nowhere else
    Apart(Local local, List<String> grievances, List<String> texts, LocalDate today) {
        this.local = local;
        this.grievances = grievances;
        this.texts = texts;
        fromAna.put("stage", "Step 2, " + texts.get(0));
        fromAna.put("next_deadline", today.plusDays(WEEK) + ", Ana, File at step 2");
        fromAna.put("statement", "What the foreman said: " + texts.get(1) + ".");
        fromBen.put("stage", "Denied at step 1, " + texts.get(2));
        fromBen.put("next_deadline", today.plusDays(2 * WEEK) + ", Ben, Ask for the log");
        fromBen.put("statement", "What the grievant said: " + texts.get(3) + ".");
    }

    /// Everybody changes the same records and different ones.
    void edit() throws DemoFailed {
        Records.setGrievance(local.ana(), grievances.get(0), fromAna);
        Records.setGrievance(local.ben(), grievances.get(0), fromBen);
        Records.setGrievance(local.ana(), grievances.get(1), Map.of("handler", texts.get(4)));
        Records.setGrievance(local.ben(), grievances.get(2), Map.of("remedy", texts.get(5)));
        Records.setWorker(local.ana(), SHARED_WORKER, "last_name", texts.get(6));
        Records.setWorker(local.ben(), SHARED_WORKER, "last_name", texts.get(7));
        Records.setWorker(local.ben(), SHARED_WORKER, "job_title", "Chief " + texts.get(8));
        Records.setWorker(local.ana(), ANAS_WORKER, "goes_by", texts.get(4));
        Records.setWorker(local.cleo(), CLEOS_WORKER, "goes_by", texts.get(5));
    }

    /// Looks on every steward's laptop that nothing is lost.
    ///
    /// @return how many fields keep two values until somebody chooses
    int check() throws DemoFailed {
        int kept = 0;
        Set<String> names = new TreeSet<>();
        for (PeerProcess peer : local.committee()) {
            kept = kept(peer);
            checkOthers(peer);
            JsonNode shared = Records.worker(peer, SHARED_WORKER);
            names.add(shared.path("last_name").asText());
            is(peer, shared, "job_title", "Chief " + texts.get(8));
            DemoFailed.unless(
                    Records.everValues(peer, Records.worker(SHARED_WORKER), "last_name")
                            .containsAll(texts.subList(6, 8)),
                    peer.name() + "'s history lacks a name that was given apart");
        }
        DemoFailed.unless(
                names.size() == 1 && texts.subList(6, 8).containsAll(names),
                "a name that two people changed is not the same everywhere");
        return kept;
    }

    private int kept(PeerProcess peer) throws DemoFailed {
        JsonNode choices = Records.grievance(peer, grievances.get(0)).path("choices");
        for (String field : fromAna.keySet()) {
            Set<String> values = Set.copyOf(choices.path(field).findValuesAsText("value"));
            DemoFailed.unless(
                    values.equals(Set.of(fromAna.get(field), fromBen.get(field))),
                    peer.name() + " does not show both values of " + field);
        }
        return choices.size();
    }

    private void checkOthers(PeerProcess peer) throws DemoFailed {
        JsonNode second = Records.grievance(peer, grievances.get(1)).path("fields");
        is(peer, second, "handler", texts.get(4));
        JsonNode third = Records.grievance(peer, grievances.get(2)).path("fields");
        is(peer, third, "remedy", texts.get(5));
        is(peer, Records.worker(peer, ANAS_WORKER), "goes_by", texts.get(4));
        is(peer, Records.worker(peer, CLEOS_WORKER), "goes_by", texts.get(5));
    }

    private static void is(PeerProcess peer, JsonNode record, String field, String value)
            throws DemoFailed {
        DemoFailed.unless(
                record.path(field).asText().equals(value),
                peer.name() + " lacks what was changed apart in " + field);
    }
}
