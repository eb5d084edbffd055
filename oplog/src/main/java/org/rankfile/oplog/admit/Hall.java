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
import java.util.stream.Stream;

/// Everybody in the local and their devices, from the admitted ops of the hall. Engine thread only.
public final class Hall {
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<DeviceId, List<Device>> devices = new HashMap<>();
    private final Map<PeerId, List<Device>> peers = new HashMap<>();

    /// A person.
    ///
    /// @param since the authority op that admitted them
    public record Person(PersonId id, String name, Role role, Dot since) {}

    /// A device and whose it is, as one op certified it.
    ///
    /// @param since the place of that op
    /// @param by its id
    public record Device(DeviceId id, PersonId person, DeviceKeys keys, Dot since, OpId by) {}

    void add(Person person) {
        people.putIfAbsent(person.id(), person);
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

    /// The person of an id.
    public @Nullable Person person(PersonId id) {
        return people.get(id);
    }

    /// The device of an id; of several certificates the one with the smallest id.
    public @Nullable Device device(DeviceId id) {
        List<Device> certificates = devices.get(id);
        return certificates == null ? null : certificates.getFirst();
    }

    /// The people whose device a signing key is, by the certificates that an op's author knew; in
    /// the order of the certificates' ids.
    List<Person> peopleOf(DeviceId id, Causality knew) {
        return people(
                devices.getOrDefault(id, List.of()).stream()
                        .filter(device -> knew.includes(device.since())));
    }

    private List<Person> people(Stream<Device> certificates) {
        return certificates
                .flatMap(device -> Stream.ofNullable(people.get(device.person())))
                .toList();
    }

    /// The people whose device a signing key is, likewise.
    List<Person> peopleOf(DeviceId id) {
        return peopleOf(id, _ -> true);
    }

    /// The person whose device a signing key is.
    public Optional<Person> personOf(DeviceId id) {
        return Optional.ofNullable(device(id)).map(device -> people.get(device.person()));
    }

    /// The people whose device a libp2p peer is, in the order of the certificates' ids.
    public List<Person> peopleOf(PeerId peer) {
        return people(peers.getOrDefault(peer, List.of()).stream());
    }

    /// All people.
    public Collection<Person> people() {
        return List.copyOf(people.values());
    }

    /// The devices of a person, ascending.
    public List<Device> devicesOf(PersonId person) {
        return devices.values().stream()
                .flatMap(List::stream)
                .filter(device -> device.person().equals(person))
                .sorted(Comparator.comparing(Device::id))
                .toList();
    }

    /// The members among the given people, by name and then id.
    public List<Member> members(Collection<PersonId> among) {
        List<Member> members = new ArrayList<>();
        for (PersonId id : among) {
            Person person = people.get(id);
            if (person != null) {
                List<DeviceId> ids = devicesOf(id).stream().map(Device::id).toList();
                members.add(new Member(id, person.name(), person.role(), ids));
            }
        }
        members.sort(Comparator.comparing(Member::name).thenComparing(Member::id));
        return List.copyOf(members);
    }
}
