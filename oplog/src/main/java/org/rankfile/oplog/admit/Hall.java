// SPDX-License-Identifier: GPL-3.0-or-later
package org.rankfile.oplog.admit;

import org.jspecify.annotations.Nullable;
import org.rankfile.net.PeerId;
import org.rankfile.oplog.Causality;
import org.rankfile.oplog.DeviceId;
import org.rankfile.oplog.Dot;
import org.rankfile.oplog.Member;
import org.rankfile.oplog.OpId;
import org.rankfile.oplog.PersonId;
import org.rankfile.oplog.Role;
import org.rankfile.oplog.join.DeviceKeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Everybody in the local and their devices, from the admitted ops of the hall. *Now* is by all ops
/// that are here (MEM-12). Engine thread only.
public final class Hall {
    private final Acts acts = new Acts();
    private final Map<PersonId, Admitted> people = new HashMap<>();
    private final Map<DeviceId, List<Device>> devices = new HashMap<>();
    private final Map<PeerId, List<Device>> peers = new HashMap<>();
    private @Nullable Authority authority;

    /// Somebody who was admitted, whatever became of them.
    private record Admitted(PersonId id, String name, Role first) {}

    /// A person.
    ///
    /// @param role as it is now; of somebody who is gone, the last
    public record Person(PersonId id, String name, Role role) {}

    /// A device and whose it is, as one op certified it.
    ///
    /// @param since the place of that op
    /// @param by its id
    public record Device(DeviceId id, PersonId person, DeviceKeys keys, Dot since, OpId by) {}

    /// Takes an authority op that stands, after what [#add] has to say of it.
    void take(Act act) {
        acts.add(act);
        authority = null;
    }

    void add(PersonId id, String name, Role role) {
        people.putIfAbsent(id, new Admitted(id, name, role));
    }

    /// Adds a certificate. Two managers may certify one device without knowing of each other: both
    /// hold, since what was said with one of them was said before the other was seen (MEM-6).
    void add(Device device) {
        insert(device, devices.computeIfAbsent(device.id(), _ -> new ArrayList<>()));
        insert(device, peers.computeIfAbsent(device.keys().peer(), _ -> new ArrayList<>()));
    }

    private static void insert(Device device, List<Device> certificates) {
        certificates.add(device);
        certificates.sort(Comparator.comparing(Device::by));
    }

    Acts acts() {
        return acts;
    }

    private Authority now() {
        Authority now = authority;
        if (now == null) {
            now = new Authority(acts, View.NOW);
            authority = now;
        }
        return now;
    }

    /// Whether nobody is known yet, not even the founder.
    public boolean isEmpty() {
        return people.isEmpty();
    }

    /// The person of an id, whether they are still in the hall or not.
    public @Nullable Person person(PersonId id) {
        Admitted admitted = people.get(id);
        return admitted == null
                ? null
                : new Person(id, admitted.name(), now().role(id).orElse(admitted.first()));
    }

    /// Whether a person is in the hall now, suspended or not.
    public boolean isIn(PersonId person) {
        return now().isIn(person);
    }

    /// Whether a person is suspended now.
    public boolean isSuspended(PersonId person) {
        return now().isSuspended(person);
    }

    /// Whether an authority op of the hall stands now.
    public boolean stands(OpId op) {
        Act act = acts.get(op);
        return act != null && now().stands(act);
    }

    /// Whether a device may do something now.
    public boolean may(DeviceId device, Deed deed) {
        return new Rights(acts, now()).of(device, deed).isPresent();
    }

    /// Whether a device may do something now as soon as enough others want it.
    public boolean mayWithOthers(DeviceId device, Deed deed) {
        return new Rights(acts, now()).mayWithOthers(device, deed);
    }

    /// The devices that were ever certified for a person, dead or not.
    public Set<DeviceId> everDevicesOf(PersonId person) {
        return acts.devices(person);
    }

    /// How many managers have to want what needs a quorum now.
    public int quorum() {
        return now().quorum();
    }

    /// The suspensions of a person that stand now.
    public List<OpId> suspensions(PersonId person) {
        return acts.cuts(person).stream()
                .filter(act -> act.deed() instanceof Deed.Suspend && now().stands(act))
                .map(Act::id)
                .toList();
    }

    /// Which managers want a person to have another role now, or to be removed.
    ///
    /// @param role the one to have; missing for a removal
    public List<PersonId> wanting(PersonId person, Optional<Role> role) {
        Authority now = now();
        Deed.Matter matter = new Deed.Matter(person, role);
        return now.managers().filter(manager -> now.isWantedBy(matter, manager)).toList();
    }

    /// Whether any op ever gave a person a role that passes a test.
    boolean wasEver(PersonId person, Predicate<Role> test) {
        return acts.roles(person).stream()
                .flatMap(act -> Stream.ofNullable(Authority.grants(act).role()))
                .anyMatch(test);
    }

    /// The certificate of a device with the smallest id, whether it stands or not.
    public @Nullable Device device(DeviceId id) {
        List<Device> certificates = devices.get(id);
        return certificates == null ? null : certificates.getFirst();
    }

    /// Whose device a signing key is, by the certificates that an op's author knew, whether they
    /// stand or not; in the order of their ids.
    List<PersonId> ownersOf(DeviceId id, Causality knew) {
        return devices.getOrDefault(id, List.of()).stream()
                .filter(device -> knew.includes(device.since()))
                .map(Device::person)
                .toList();
    }

    /// The person whose device a signing key is now.
    public Optional<Person> personOf(DeviceId id) {
        return now().certificates(id).stream()
                .findFirst()
                .flatMap(act -> Optional.ofNullable(person(Acts.personOf(act))));
    }

    /// The people whose device a libp2p peer is now, in the order of the certificates' ids.
    public List<Person> peopleOf(PeerId peer) {
        return peers.getOrDefault(peer, List.of()).stream()
                .filter(this::isLive)
                .flatMap(device -> Stream.ofNullable(person(device.person())))
                .toList();
    }

    private boolean isLive(Device device) {
        return now().certificates(device.id()).stream()
                .anyMatch(act -> act.id().equals(device.by()));
    }

    /// All people who are in the hall now.
    public Collection<PersonId> people() {
        return people.keySet().stream().filter(this::isIn).toList();
    }

    /// The devices of a person now, ascending.
    public List<Device> devicesOf(PersonId person) {
        return acts.devices(person).stream()
                .flatMap(id -> devices.getOrDefault(id, List.of()).stream())
                .filter(device -> device.person().equals(person))
                .filter(this::isLive)
                .sorted(Comparator.comparing(Device::id))
                .toList();
    }

    /// The members among the given people, by name and then id.
    public List<Member> members(Collection<PersonId> among) {
        List<Member> members = new ArrayList<>();
        for (PersonId id : among) {
            Person person = person(id);
            if (person != null) {
                List<DeviceId> ids = devicesOf(id).stream().map(Device::id).toList();
                members.add(new Member(id, person.name(), person.role(), isSuspended(id), ids));
            }
        }
        members.sort(Comparator.comparing(Member::name).thenComparing(Member::id));
        return List.copyOf(members);
    }
}
