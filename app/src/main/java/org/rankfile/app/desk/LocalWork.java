// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.app.home.Homes;
import org.rankfile.oplog.Invitation;
import org.rankfile.oplog.JoinRequest;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.ReplicaStatus;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.VerifyReport;

import java.util.Locale;
import java.util.Map;

/// Verbs about the local as such: where it stands, who comes in.
final class LocalWork {
    private final Desk desk;

    LocalWork(Desk desk) {
        this.desk = desk;
    }

    void register(Map<String, Desk.Work> works) {
        works.put("status", _ -> status());
        works.put("verify", _ -> verify());
        works.put("invite", this::invite);
        works.put("requests list", _ -> requests());
        works.put("requests approve", this::approve);
        works.put("requests refuse", this::refuse);
    }

    private NetworkedReplica replica() {
        return desk.home().replica();
    }

    private ObjectNode status() {
        ReplicaStatus status = replica().status();
        ObjectNode json = Json.object();
        json.put("local", status.local());
        json.put("device", status.device().toString());
        json.put("person", desk.home().union().names().getOrDefault(status.me(), ""));
        ArrayNode circles = json.putArray("circles");
        for (ReplicaStatus.CircleStatus circle : status.circles()) {
            circles.addObject()
                    .put("name", circle.name())
                    .put("ops", circle.ops())
                    .put("fingerprint", circle.fingerprint())
                    .put("parked", circle.parked())
                    .put("refused", circle.refused())
                    .put("penned", circle.penned());
        }
        ArrayNode peers = json.putArray("peers");
        for (ReplicaStatus.PeerStatus peer : status.peers()) {
            peers.addObject()
                    .put("peer", peer.peerId())
                    .put("person", peer.person())
                    .put("address", peer.address())
                    .put("state", peer.state().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode addresses = json.putArray("addresses");
        status.addresses().forEach(addresses::add);
        json.put("connected", desk.home().network().isConnected());
        json.put("copied", status.copied());
        return json;
    }

    private ObjectNode verify() {
        VerifyReport report = replica().verify();
        ObjectNode json = Json.object();
        json.put("ok", report.ok()).put("ops", report.ops());
        ArrayNode problems = json.putArray("problems");
        report.problems().forEach(problems::add);
        return json;
    }

    private ObjectNode invite(Request request) throws DeskRefused {
        Role role = PeopleWork.role(request.text("role"));
        if (replica().status().addresses().isEmpty()) {
            throw new DeskRefused(
                    "not_listening",
                    "An invitation names where to call. Start 'run --listen /ip4/0.0.0.0/tcp/0' in"
                            + " another terminal first, and keep it running.");
        }
        boolean auto = request.flag("autoApprove");
        Invitation invitation =
                Desk.await(
                        replica()
                                .onEngine(() ->
                                        replica().invite(role, Homes.INVITATION_VALID, auto)));
        return Json.object()
                .put("invitation", invitation.text())
                .put("id", invitation.id())
                .put("role", request.text("role"))
                .put("expires", invitation.expires().toString())
                .put("autoApprove", auto);
    }

    private ObjectNode requests() throws DeskRefused {
        ObjectNode json = Json.object();
        ArrayNode list = json.putArray("requests");
        for (JoinRequest each : Desk.await(replica().onEngine(replica()::requests))) {
            ObjectNode object = list.addObject();
            object.put("id", each.id()).put("name", each.name());
            object.put("words", String.join(" ", each.words()));
            object.put("arrived", each.arrived().toString());
        }
        return json;
    }

    private ObjectNode approve(Request request) throws DeskRefused {
        String id = request.text("id");
        String words = request.text("words");
        boolean approved = Desk.await(replica().onEngine(() -> replica().approve(id, words)));
        if (!approved) {
            throw new DeskRefused(
                    "not_approved",
                    "Nobody with this id waits, or the words are not theirs. Nobody was admitted."
                            + " 'requests list' shows who waits.");
        }
        return Json.object().put("approved", id);
    }

    private ObjectNode refuse(Request request) throws DeskRefused {
        String id = request.text("id");
        if (!Desk.await(replica().onEngine(() -> replica().refuse(id)))) {
            throw new DeskRefused("no_such_request", "Nobody with this id waits.");
        }
        return Json.object().put("refused", id);
    }
}
