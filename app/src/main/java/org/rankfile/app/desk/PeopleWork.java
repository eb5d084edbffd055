// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.app.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.rankfile.oplog.AppendRefused;
import org.rankfile.oplog.Decision;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.NetworkedReplica;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.Stewardship;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Verbs about who is in the local, as what and with which devices.
final class PeopleWork {
    private static final int SHORTEST = 4;
    private final Desk desk;

    PeopleWork(Desk desk) {
        this.desk = desk;
    }

    void register(Map<String, Desk.Work> works) {
        works.put("member list", _ -> list());
        works.put("member suspend", request -> decide(request, Stewardship::suspend));
        works.put("member reinstate", request -> decide(request, Stewardship::reinstate));
        works.put("member remove", request -> decide(request, Stewardship::remove));
        works.put("member role", this::role);
        works.put("member withdraw", this::withdraw);
        works.put("device list", _ -> devices());
        works.put("device revoke", this::revoke);
    }

    private NetworkedReplica replica() {
        return desk.home().replica();
    }

    private List<Member> people() {
        return replica().members("hall");
    }

    private ObjectNode list() {
        Set<PersonId> committee =
                replica().members("committee").stream().map(Member::id).collect(Collectors.toSet());
        ObjectNode json = Json.object();
        ArrayNode members = json.putArray("members");
        for (Member member : people()) {
            members.addObject()
                    .put("id", member.id().toString())
                    .put("name", member.name())
                    .put("role", word(member.role()))
                    .put("suspended", member.suspended())
                    .put("devices", member.devices().size())
                    .put("committee", committee.contains(member.id()))
                    .put("me", member.id().equals(replica().status().me()));
        }
        return json;
    }

    private ObjectNode devices() {
        ObjectNode json = Json.object();
        ArrayNode devices = json.putArray("devices");
        for (Member member : people()) {
            for (DeviceId device : member.devices()) {
                devices.addObject()
                        .put("id", device.toString())
                        .put("person", member.name())
                        .put("personId", member.id().toString())
                        .put("mine", device.equals(replica().status().device()));
            }
        }
        return json;
    }

    private interface Work {
        Decision of(Stewardship stewardship, PersonId person) throws AppendRefused;
    }

    private ObjectNode decide(Request request, Work work) throws DeskRefused {
        Member member = person(request);
        Decision decision =
                Desk.await(replica().onEngine(() -> work.of(replica().stewardship(), member.id())));
        return Json.object()
                .put("person", member.name())
                .put("id", member.id().toString())
                .put("done", decision.done())
                .put("wanting", decision.wanting())
                .put("quorum", decision.quorum());
    }

    private ObjectNode role(Request request) throws DeskRefused {
        Role role = role(request.text("role"));
        return decide(request, (stewardship, person) -> stewardship.assign(person, role))
                .put("role", word(role));
    }

    private ObjectNode withdraw(Request request) throws DeskRefused {
        String word = request.text("role");
        Optional<Role> role = word.isEmpty() ? Optional.empty() : Optional.of(role(word));
        return decide(request, (stewardship, person) -> stewardship.withdraw(person, role));
    }

    private ObjectNode revoke(Request request) throws DeskRefused {
        String name = request.text("device").toLowerCase(Locale.ROOT);
        Member member = person(request);
        List<DeviceId> found =
                member.devices().stream()
                        .filter(device -> starts(device.toString(), name))
                        .toList();
        if (found.size() != 1) {
            throw new DeskRefused(
                    "no_such_device",
                    "They have no device of this id, or more than one. 'device list' shows all.");
        }
        DeviceId device = found.getFirst();
        return decide(request, (stewardship, person) -> stewardship.revoke(person, device))
                .put("device", device.toString());
    }

    /// The person of a name, or of the start of an id.
    private Member person(Request request) throws DeskRefused {
        String name = request.text("person");
        String id = name.toLowerCase(Locale.ROOT);
        List<Member> found =
                people().stream()
                        .filter(member ->
                                member.name().equals(name) || starts(member.id().toString(), id))
                        .toList();
        if (found.isEmpty()) {
            throw new DeskRefused(
                    "no_such_person",
                    "There is nobody of this name or id. 'member list' shows all.");
        }
        if (found.size() > 1) {
            throw new DeskRefused(
                    "ambiguous",
                    "There are several of this name. Give the start of the id: 'member list'"
                            + " shows it.");
        }
        return found.getFirst();
    }

    private static boolean starts(String id, String start) {
        return start.length() >= SHORTEST && id.startsWith(start);
    }

    /// The role of a word; nobody can be made a keeper yet.
    static Role role(String word) throws DeskRefused {
        Optional<Role> role =
                Arrays.stream(Role.values())
                        .filter(each -> each != Role.KEEPER)
                        .filter(each -> word(each).equals(word))
                        .findFirst();
        return role.orElseThrow(
                () -> new DeskRefused("bad_role", "The role is one of: member, steward, manager."));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
